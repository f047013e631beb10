#!/usr/bin/env bash
# Runs a benchmark over two real llama-servers, whose addresses become its last two arguments:
#   benchmarks/on-llama-servers.sh benchmarks/clean-vs-official.sh 10
#   benchmarks/on-llama-servers.sh benchmarks/free-running.sh /data/gsm8k-test.jsonl 10
# Each has all cores, so only benchmarks in which one model computes at a time belong here. Needs pip
# and the default pair (./glimprouter models pull qwen-coder); other models by SMALL_MODEL and
# LARGE_MODEL. Let nothing else run on the machine.
set -euo pipefail
[ $# -gt 0 ] || { sed -n '2,7s/^# //p' "$0" >&2; exit 2; }
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tools/servers.sh
python3 -m venv "$out/python"
"$out/python/bin/pip" install -q --disable-pip-version-check xllamacpp
for role in small large; do
    model=${role^^}_MODEL
    default=qwen2.5-coder-$([ $role = small ] && echo 0.5b || echo 1.5b)
    start $role "$out/python/bin/python" tools/llama-server.py \
        "$(model_file "${!model:-$default}")" "$(nproc)"
done
"$@" "$(cat "$out/small")" "$(cat "$out/large")"
