# For the scripts beside it: finds a JDK 25 or newer as $JAVA, and builds the benchmarks.

BENCHMARKS_CLASS_PATH="glimprouter-benchmarks/target/classes:glimprouter-benchmarks/target/lib/*"

java_version() {
    "$1" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p'
}

find_java() {
    for candidate in "${JAVA_HOME:-/nowhere}/bin/java" "$(command -v java)" /usr/lib/jvm/*/bin/java; do
        if [ -x "$candidate" ] && [ "$(java_version "$candidate")" -ge 25 ] 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "No JDK 25 or newer found: set JAVA_HOME to one." >&2
    return 1
}

# GLIMPROUTER_BUILT=yes takes what was built before.
build_benchmarks() {
    [ "${GLIMPROUTER_BUILT:-}" = yes ] ||
        mvn -q -B package -pl glimprouter-benchmarks -am -Dmaven.test.skip >&2
}

# Finds the libraries as $LIBRARIES.
find_libraries() {
    packed=$(find glimprouter-llamacpp/target/npm -name 'libllama.*' 2>/dev/null | head -n 1)
    LIBRARIES=${GLIMPROUTER_LIB_DIR:-${packed%/*}}
    if [ -z "$LIBRARIES" ]; then
        echo "No llama.cpp libraries were built in: install npm, or set GLIMPROUTER_LIB_DIR." >&2
        return 1
    fi
}

# Compiles benchmarks/NAME.c to $COMPILED.
compile() {
    COMPILED=glimprouter-benchmarks/target/$1
    "${CC:-cc}" -std=gnu11 -O3 -march=native -o "$COMPILED" "benchmarks/$1.c" -ldl -lm
}

JAVA=$(find_java)
