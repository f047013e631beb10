#!/bin/sh
# Time of the clean mode over that of the official mode, over the same routes, in interleaved pairs.
#   benchmarks/clean-vs-official.sh [PAIRS [SMALL LARGE [TRACE...]]]
# 10 pairs over scripted servers (paced paced: 8 and 40 ms a token, 15 ms a request) unless said
# otherwise; SMALL and LARGE are REFs: names, files or addresses of servers. Routes: those of the
# traces in turn, or drawn ones. Let nothing else run on the machine.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
pairs=${1:-10}
small=${2:-paced}
large=${3:-paced}
[ $# -gt 3 ] && shift 3 || set --
exec "$JAVA" --enable-native-access=ALL-UNNAMED -cp "$BENCHMARKS_CLASS_PATH" \
    dev.glimprouter.benchmarks.replay.CleanAgainstOfficial "$pairs" "$small" "$large" "$@"
