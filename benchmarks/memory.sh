#!/bin/sh
# Resident memory while one process answers many questions: the last at most 5 % above the tenth.
#   benchmarks/memory.sh [QUESTIONS [SMALL LARGE]]
# 100 questions with the default pair unless said otherwise; models by name or path. Linux only.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
exec "$JAVA" -Xms256m -Xmx256m -XX:+AlwaysPreTouch --enable-native-access=ALL-UNNAMED \
    -cp "$BENCHMARKS_CLASS_PATH" dev.glimprouter.benchmarks.MemoryOverQuestions \
    "${1:-100}" "${2:-qwen2.5-coder-0.5b}" "${3:-qwen2.5-coder-1.5b}"
