#!/bin/sh
# The share of steps that target-share reaches over a stream of questions, for 10, 25 and 50 %.
#   benchmarks/target-share.sh FILE.jsonl [QUESTIONS [SMALL LARGE]]
# 50 questions (lines with a "question" and an "answer" that ends with "#### number") and the default
# pair unless said otherwise. Passes where each is within 3 points. Nothing is timed.
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
    dev.glimprouter.benchmarks.TargetShareTable "${2:-50}" "$file" \
    "${3:-qwen2.5-coder-0.5b}" "${4:-qwen2.5-coder-1.5b}"
