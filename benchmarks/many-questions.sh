#!/bin/sh
# Many questions at once over HTTP: lost streams, pinned threads, heap, overhead of each step.
#   benchmarks/many-questions.sh [QUESTIONS [TOKENS_PER_SECOND [STEPS [TOKENS]]]]
# 64 questions of 24 steps of some 12 tokens at 20 tokens/s each unless said otherwise, in 256 MiB
# of heap. The servers are scripted and run beside it. Let nothing else run on the machine.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
exec "$JAVA" -Xmx256m -cp "$BENCHMARKS_CLASS_PATH" dev.glimprouter.benchmarks.ManyQuestions \
    "${1:-64}" "${2:-20}" "${3:-24}" "${4:-12}"
