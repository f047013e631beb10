# For the checks of the gateway under load beside it: runs a program of glimprouter-benchmarks in a
# process group of its own, which ends with the script. Linux only; needs a JDK 25 and a built tree.

. benchmarks/prepare.sh

# A stream takes a descriptor for its client and one for the server that writes.
load_files=8192

out=$(mktemp -d)
load_pid=
end_load() {
    [ -z "$load_pid" ] || kill -9 -- "-$load_pid" 2>/dev/null || true
    rm -rf "$out"
}
trap end_load EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# run_load PROGRAM ARGUMENT...
run_load() {
    if [ "$(ulimit -n)" != unlimited ] && [ "$(ulimit -n)" -lt $load_files ]; then
        ulimit -n $load_files || { echo "$load_files open files are needed: raise ulimit -n." >&2; exit 3; }
    fi
    [ -d glimprouter-benchmarks/target/lib ] || build_benchmarks
    ./glimprouter --version >/dev/null
    setsid "$JAVA" -Xmx1g -cp "$BENCHMARKS_CLASS_PATH" "dev.glimprouter.benchmarks.load.$1" "$out" "${@:2}" &
    load_pid=$!
    wait "$load_pid"
}
