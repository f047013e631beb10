#!/bin/sh
# How reliable and how fast the symbolic check is, on the solutions of GSM8K.
#   benchmarks/symbolic-check.sh DATA [SEED [misses]]
# DATA is a JSON Lines file with an "answer" in each line, calculator annotations included
# (grade_school_math/data/test.jsonl of openai/grade-school-math); "misses" lists what was not found.
set -eu
DATA=$(realpath "${1:?Say which file: benchmarks/symbolic-check.sh gsm8k-test.jsonl}")
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
exec "$JAVA" -cp "$BENCHMARKS_CLASS_PATH" dev.glimprouter.benchmarks.SymbolicCheck \
    "$DATA" "${2:-20260105}" "${3:-}"
