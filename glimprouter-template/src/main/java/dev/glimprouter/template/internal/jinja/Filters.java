package dev.glimprouter.template.internal.jinja;

import java.util.HashMap;
import java.util.Map;

/** The filters of the language by name. */
final class Filters {
    /** A filter: turns a value into another. */
    @FunctionalInterface
    interface Filter {
        Value apply(RenderContext context, Value input, Arguments arguments);
    }

    private static final Map<String, Filter> FILTERS = all();

    private Filters() {}

    static Value apply(RenderContext context, String name, Value input, Arguments arguments) {
        Filter filter = FILTERS.get(name);
        if (filter == null) {
            throw new JinjaException("there is no filter '" + name + "'");
        }
        if (input instanceof Text text) {
            context.limits().work(text.length());
        } else if (input instanceof Value.Sequence sequence) {
            context.limits().work(sequence.items().size());
        }
        return filter.apply(context, input, arguments);
    }

    private static Map<String, Filter> all() {
        Map<String, Filter> filters = new HashMap<>();
        TextFilters.addTo(filters);
        NumberFilters.addTo(filters);
        SequenceFilters.addTo(filters);
        SelectionFilters.addTo(filters);
        return Map.copyOf(filters);
    }
}
