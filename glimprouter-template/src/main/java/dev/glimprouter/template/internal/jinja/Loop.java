package dev.glimprouter.template.internal.jinja;

import java.util.List;

/** The {@code loop} variable at one round of a for statement; {@code index} counts from 0. */
record Loop(List<Value> items, int index) implements Value {
    Value attribute(String name) {
        return switch (name) {
            case "index" -> new Int(index + 1L);
            case "index0" -> new Int(index);
            case "revindex" -> new Int(items.size() - (long) index);
            case "revindex0" -> new Int(items.size() - 1L - index);
            case "first" -> new Bool(index == 0);
            case "last" -> new Bool(index == items.size() - 1);
            case "length" -> new Int(items.size());
            case "depth" -> new Int(1);
            case "depth0" -> new Int(0);
            case "previtem" -> neighbour(index - 1, "there is no previous item");
            case "nextitem" -> neighbour(index + 1, "there is no next item");
            case "cycle" -> new Function("loop.cycle", this::cycle);
            default -> new Undefined("'loop." + name + "'");
        };
    }

    private Value neighbour(int position, String absence) {
        return position >= 0 && position < items.size()
                ? items.get(position)
                : new Undefined(absence + ", it");
    }

    private Value cycle(Arguments arguments) {
        List<Value> choices = arguments.positional();
        if (choices.isEmpty()) {
            throw new JinjaException("loop.cycle needs items to cycle through");
        }
        return choices.get(index % choices.size());
    }
}
