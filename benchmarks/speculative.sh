#!/bin/sh
# Large alone, greedy, with small's drafts and without: same output, acceptance, speed ratio.
#   benchmarks/speculative.sh FILE.jsonl [QUESTIONS [SMALL LARGE]]
# 20 questions (lines with a "question") and the default pair unless said otherwise. Let nothing else
# run on the machine.
set -eu
case ${1-} in
/*) file=$1 ;;
'') sed -n '2,5s/^# //p' "$0" >&2; exit 2 ;;
*) file=$PWD/$1 ;;
esac
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
exec "$JAVA" --enable-native-access=ALL-UNNAMED -cp "$BENCHMARKS_CLASS_PATH" \
    dev.glimprouter.internal.SpeculativeDecoding "${2:-20}" "$file" \
    "${3:-qwen2.5-coder-0.5b}" "${4:-qwen2.5-coder-1.5b}"
