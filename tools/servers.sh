# For the checks beside it: starts servers, ends them, and holds the engines against them.

out=$(mktemp -d)
declare -A pids=()
question="Natalia sold clips to 48 of her friends in April, and then she sold half as many clips in May. How many clips did Natalia sell altogether in April and May?"

end_all() {
    for pid in "${pids[@]}"; do kill -9 -- "-$pid" 2>/dev/null || true; done
    rm -rf "$out"
}
trap end_all EXIT

# The file of a model of the catalogue.
model_file() {
    local file
    file=$(./glimprouter models list | awk -v name="$1" '$1 == name && $3 == "present" { print $NF }')
    [ -n "$file" ] || { echo "$1 is not in the store: run ./glimprouter models pull $1." >&2; exit 3; }
    echo "$file"
}

# Starts a server that writes its address to standard output once it is ready, which is then in
# $out/NAME: start NAME COMMAND...
start() {
    local name=$1
    shift
    setsid "$@" >"$out/$name" 2>"$out/$name.err" &
    pids[$name]=$!
    disown
    until [ -s "$out/$name" ]; do
        kill -0 "${pids[$name]}" 2>/dev/null || { tail -n 30 "$out/$name.err" >&2; exit 1; }
        sleep 0.1
    done
}

# Ends a server as a crash would.
kill_server() {
    kill -9 -- "-${pids[$1]}"
    while kill -0 "${pids[$1]}" 2>/dev/null; do sleep 0.05; done
    rm "$out/$1"
}

# Runs a command whose display is of interest only where it fails.
quietly() {
    "$@" >/dev/null 2>"$out/display" || { cat "$out/display" >&2; return 1; }
}

# Runs the engine contract over a server.
check_contract() {
    mvn -q -B -ntp test -pl glimprouter-openai -am -Dformat=off -Dtest=RealServerContractTest \
        -Dsurefire.failIfNoSpecifiedTests=false -Dglimprouter.server="$1"
    local report run skipped
    report=$(grep -h "Tests run" glimprouter-openai/target/surefire-reports/*RealServerContractTest.txt)
    echo "$report"
    # A contract that was skipped as a whole has proven nothing.
    read -r run skipped < <(sed -E 's/.*run: ([0-9]+),.*Skipped: ([0-9]+).*/\1 \2/' <<<"$report")
    [ "$skipped" -lt "$run" ]
}

# Asks a whole question of two servers, each small step of which must be one request:
# check_question SMALL LARGE
check_question() {
    ./glimprouter ask --seed 1 --small "$1" --large "$2" --trace "$out/run.jsonl" "$question" \
        >"$out/answer" 2>"$out/display" || { cat "$out/display" >&2; return 1; }
    [ -s "$out/answer" ]
    cat "$out/answer"
    python3 tools/compare-traces.py requests "$out/run.jsonl"
}

# Asks it again with both models at the same time: check_overlap SMALL LARGE
check_overlap() {
    quietly ./glimprouter ask --seed 1 --ahead --race --small "$1" --large "$2" \
        --trace "$out/run.jsonl" "$question"
    grep '^overlap' "$out/display"
    python3 tools/compare-traces.py overlap "$out/run.jsonl"
}

# Holds H_init of the first step on a server against the embedded engine, never both at once:
# check_h_init SLACK-NATS ADDRESS MODEL
check_h_init() {
    local glimpse=(--strategy glimpse --tau 0 --temperature 0 --budget 8 --answer-limit 1 --seed 1)
    quietly ./glimprouter ask --small "$2" --large "$2" "${glimpse[@]}" \
        --trace "$out/served.jsonl" "$question"
    quietly ./glimprouter ask --small "$3" --large "$3" "${glimpse[@]}" \
        --trace "$out/embedded.jsonl" "$question"
    python3 tools/compare-traces.py h-init "$1" "$out/embedded.jsonl" "$out/served.jsonl"
}

# What doctor finds; fails where a reader's leaving costs more than two tokens.
check_doctor() {
    ./glimprouter doctor "$1"
    ./glimprouter doctor --json "$1" 2>/dev/null >"$out/doctor.json"
    python3 tools/compare-traces.py abort 2 "$out/doctor.json"
}
