#!/bin/sh
# Builds what is needed and runs JMH benchmarks: benchmarks/jmh.sh NAME-PATTERN [JMH options]
# -h lists the options; -f 1 -wi 1 -i 1 is the shortest sensible run.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
exec "$JAVA" -cp "$BENCHMARKS_CLASS_PATH" org.openjdk.jmh.Main "$@"
