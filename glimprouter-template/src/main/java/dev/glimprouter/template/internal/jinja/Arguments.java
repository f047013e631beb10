package dev.glimprouter.template.internal.jinja;

import java.util.List;
import java.util.Map;

/** The evaluated arguments of a call: first those by position, then those by name. */
record Arguments(List<Value> positional, Map<String, Value> named) {
    static final Arguments NONE = new Arguments(List.of(), Map.of());

    Arguments {
        positional = List.copyOf(positional);
    }

    /** Gives each argument its parameter; an error for one too many or an unknown name. */
    Bound bind(String callee, String... parameters) {
        if (positional.size() > parameters.length) {
            throw new JinjaException(callee + " takes at most " + parameters.length + " arguments");
        }
        List<String> names = List.of(parameters);
        for (String name : named.keySet()) {
            int index = names.indexOf(name);
            if (index < 0 || index < positional.size()) {
                throw new JinjaException(callee + " has no free argument '" + name + "'");
            }
        }
        return new Bound(callee, names, this);
    }

    /** Arguments without the first {@code count} by position. */
    Arguments skip(int count) {
        return new Arguments(
                positional.subList(Math.min(count, positional.size()), positional.size()), named);
    }
}
