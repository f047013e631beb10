#!/bin/sh
# What the gateway adds to a request, and to each hand-over between the models.
#   benchmarks/gateway-latency.sh [REQUESTS_PER_SECOND [PAIRS]]
# 500 requests a second and 20 pairs of windows of one second unless said otherwise. The models are
# scripted; they, the gateway and the client run beside each other. Exit code 1 where a goal is
# missed. Let nothing else run on the machine.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
exec "$JAVA" -XX:+UseSerialGC -Xmx256m -cp "$BENCHMARKS_CLASS_PATH" \
    dev.glimprouter.benchmarks.gateway.AddedLatency "${1:-500}" "${2:-20}" benchmarks/chatml.jinja
