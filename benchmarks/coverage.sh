#!/bin/sh
# How often the 95 % intervals of the evaluation hold the truth, by simulation.
#   benchmarks/coverage.sh [SAMPLES [RESAMPLES [SEED]]]
# 4,000 samples of each scenario with 1,000 resamples of each bootstrap, seed 1, unless said
# otherwise.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
exec "$JAVA" -cp "$BENCHMARKS_CLASS_PATH" dev.glimprouter.benchmarks.coverage.CoverageTable \
    "${1:-4000}" "${2:-1000}" "${3:-1}"
