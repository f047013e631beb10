#!/usr/bin/env bash
# Runs a benchmark over two real llama-servers: the words SMALL and LARGE become their addresses.
#   benchmarks/on-llama-servers.sh benchmarks/clean-vs-official.sh 10 SMALL LARGE [/path/TRACE...]
#   benchmarks/on-llama-servers.sh benchmarks/free-running.sh /path/gsm8k-test.jsonl 10 SMALL LARGE
# Each has half of the cores (or THREADS): a server that is told to stop writes a token or two more,
# while the other one begins. Needs pip and the default pair (./glimprouter models pull qwen-coder);
# other models by SMALL_MODEL and LARGE_MODEL. Let nothing else run on the machine.
set -euo pipefail
[ $# -gt 0 ] || { sed -n '2,7s/^# //p' "$0" >&2; exit 2; }
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tools/servers.sh
threads=${THREADS:-$(($(nproc) > 1 ? $(nproc) / 2 : 1))}
python3 -m venv "$out/python"
"$out/python/bin/pip" install -q --disable-pip-version-check xllamacpp
for role in small large; do
    model=${role^^}_MODEL
    default=qwen2.5-coder-$([ $role = small ] && echo 0.5b || echo 1.5b)
    start $role "$out/python/bin/python" tools/llama-server.py \
        "$(model_file "${!model:-$default}")" "$threads"
done
words=()
for word in "$@"; do
    case $word in
    SMALL) words+=("$(cat "$out/small")") ;;
    LARGE) words+=("$(cat "$out/large")") ;;
    *) words+=("$word") ;;
    esac
done
"${words[@]}"
