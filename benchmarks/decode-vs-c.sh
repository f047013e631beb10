#!/bin/sh
# Decode speed of the embedded engine over that of a plain C loop: same library, sampler and tokens.
#   benchmarks/decode-vs-c.sh MODEL.gguf [PAIRS [THREADS]]
# 20 pairs of 128 tokens on 2 threads unless said otherwise. Let nothing else run on the machine.
# Needs a C compiler. GLIMPROUTER_LIB_DIR names another directory with llama.cpp's libraries.
set -eu
case ${1-} in
/*) model=$1 ;;
'') sed -n '2,5s/^# //p' "$0" >&2; exit 2 ;;
*) model=$PWD/$1 ;;
esac
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
find_libraries
compile decode_loop
exec "$JAVA" -cp "$BENCHMARKS_CLASS_PATH" dev.glimprouter.benchmarks.DecodeComparison \
    "${2:-20}" "$COMPILED" "$LIBRARIES" "$model" "${3:-2}"
