#!/bin/sh
# What the gateway adds to a request, and to each hand-over between the models.
#   benchmarks/gateway-latency.sh [REQUESTS_PER_SECOND [PAIRS [QUESTIONS]]]
# 500 requests a second, 20 pairs of windows of one second, and 60 routed questions unless said
# otherwise. The models are scripted; they, the gateway and the client run beside each other. Exit code
# 1 where a goal is missed. GATEWAY_OPTIONS are further options for the gateway's JVM. Let nothing
# else run on the machine.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
build_benchmarks
measure() {
    "$JAVA" -XX:+UseSerialGC -Xmx256m -Dgateway.options="${GATEWAY_OPTIONS:-}" \
        -cp "$BENCHMARKS_CLASS_PATH" "dev.glimprouter.benchmarks.gateway.$@"
}
missed=0
measure AddedLatency "${1:-500}" "${2:-20}" benchmarks/chatml.jinja || missed=1
measure HandOvers "${3:-60}" benchmarks/chatml.jinja || missed=1
exit $missed
