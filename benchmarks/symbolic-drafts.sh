#!/bin/sh
# The steps of the small model alone to which the symbolic check objects, to be judged by hand.
#   benchmarks/symbolic-drafts.sh FILE.jsonl [OBJECTIONS [SMALL LARGE]]
# Asks questions (lines with a "question" and an "answer" that ends with "#### number") until there are
# 50 objections; the default pair unless said otherwise. Nothing is timed.
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
    dev.glimprouter.benchmarks.SymbolicDrafts "${2:-50}" "$file" \
    "${3:-qwen2.5-coder-0.5b}" "${4:-qwen2.5-coder-1.5b}"
