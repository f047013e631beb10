#!/bin/sh
# Speed-up of 8 and 16 questions at once, held against that of plain libllama at full batches.
#   benchmarks/batch-scaling.sh [QUESTIONS [THREADS [SMALL LARGE]]]
# 16 questions on 2 threads with the default pair unless said otherwise; models by name or path.
# Let nothing else run on the machine. Needs a C compiler.
# GLIMPROUTER_LIB_DIR names another directory with llama.cpp's libraries; FLOOR_CACHE=apart gives
# each sequence of plain libllama a cache of its own (default: shared, as in the engine).
set -eu
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
find_libraries
compile batch_floor
exec "$JAVA" --enable-native-access=ALL-UNNAMED -cp "$BENCHMARKS_CLASS_PATH" \
    dev.glimprouter.benchmarks.BatchScaling "${1:-16}" "${2:-2}" "$COMPILED" "$LIBRARIES" \
    "${FLOOR_CACHE:-shared}" "${3:-qwen2.5-coder-0.5b}" "${4:-qwen2.5-coder-1.5b}"
