#!/bin/sh
# What LiteLLM's proxy adds to a request, over what the gateway adds.
#   benchmarks/gateway-litellm.sh [FOLDER]
# Installs LiteLLM (litellm[proxy], PyPI) into a virtual environment in FOLDER, a temporary one unless
# said otherwise; one that is there already is used. The model is scripted; all run beside each other.
# Exit code 1 where the proxy adds less than 10 times as much. Let nothing else run on the machine.
set -eu
cd "$(dirname "$0")/.."
. benchmarks/prepare.sh
case ${1-} in
'') folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT ;;
*) mkdir -p "$1"; folder=$(cd "$1" && pwd) ;;
esac
if [ ! -x "$folder/venv/bin/litellm" ]; then
    python3 -m venv "$folder/venv"
    "$folder/venv/bin/pip" install -q 'litellm[proxy]' >&2
fi
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^litellm '
build_benchmarks
# It listens at the loopback only, and has no key to guard.
export LITELLM_DANGEROUSLY_PERMIT_WEAK_OR_UNSET_MASTER_KEY=true
"$JAVA" -XX:+UseSerialGC -Xmx256m -cp "$BENCHMARKS_CLASS_PATH" \
    dev.glimprouter.benchmarks.gateway.AgainstLiteLlm "$folder/venv/bin/litellm" "$folder" \
    benchmarks/chatml.jinja
