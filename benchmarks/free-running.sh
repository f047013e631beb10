#!/bin/sh
# Large alone, the clean and the official mode on the same questions: seconds, and where they went.
#   benchmarks/free-running.sh FILE.jsonl [QUESTIONS [SMALL LARGE]]
# 10 questions (lines with a "question" and an "answer" that ends with "#### number") and the default
# pair unless said otherwise; SMALL and LARGE are REFs: names, files or addresses of servers. Prints a
# Markdown table. Let nothing else run on the machine.
set -eu
case ${1-} in
/*) file=$1 ;;
'') sed -n '2,6s/^# //p' "$0" >&2; exit 2 ;;
*) file=$PWD/$1 ;;
esac
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
exec "$JAVA" --enable-native-access=ALL-UNNAMED -cp "$BENCHMARKS_CLASS_PATH" \
    dev.glimprouter.benchmarks.replay.FreeRunning "${2:-10}" "$file" \
    "${3:-qwen2.5-coder-0.5b}" "${4:-qwen2.5-coder-1.5b}"
