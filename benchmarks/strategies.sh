#!/bin/sh
# Each strategy on the same questions: right answers, tokens by writer, what was thrown away, seconds.
#   benchmarks/strategies.sh FILE.jsonl [QUESTIONS [SMALL LARGE [STRATEGY...]]]
# 5 questions (lines with a "question", and an "answer" that ends with "#### number"), the default pair
# and all strategies unless said otherwise; one seed, one run each: a look, no evaluation. Prints a
# Markdown table.
set -eu
case ${1-} in
/*) file=$1 ;;
'') sed -n '2,6s/^# //p' "$0" >&2; exit 2 ;;
*) file=$PWD/$1 ;;
esac
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
questions=${2:-5}
small=${3:-qwen2.5-coder-0.5b}
large=${4:-qwen2.5-coder-1.5b}
shift $(($# < 4 ? $# : 4))
exec "$JAVA" --enable-native-access=ALL-UNNAMED -cp "$BENCHMARKS_CLASS_PATH" \
    dev.glimprouter.benchmarks.StrategyTable "$questions" "$file" "$small" "$large" "$@"
