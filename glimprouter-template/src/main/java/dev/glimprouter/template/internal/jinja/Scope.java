package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** The names that one body of the template sees: its own, then those of the body around it. */
final class Scope {
    private final @Nullable Scope parent;
    private final Map<String, Value> values = new HashMap<>();

    Scope(@Nullable Scope parent) {
        this.parent = parent;
    }

    Value get(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            Value value = scope.values.get(name);
            if (value != null) {
                return value;
            }
        }
        return new Value.Undefined("'" + name + "'");
    }

    void set(String name, Value value) {
        values.put(name, value);
    }
}
