package dev.glimprouter.template.internal.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** The functions that every template can call, those of Hugging Face included. */
final class Globals {
    private static final int MAX_RANGE = 100_000;

    private Globals() {}

    static Scope scope(RenderContext context) {
        Scope scope = new Scope(null);
        define(scope, "range", arguments -> range(context, arguments));
        define(
                scope,
                "namespace",
                arguments -> new Value.Namespace(new LinkedHashMap<>(arguments.named())));
        define(scope, "dict", Globals::dict);
        define(scope, "raise_exception", arguments -> raise(context, arguments));
        define(scope, "strftime_now", arguments -> now(context, arguments));
        return scope;
    }

    private static void define(Scope scope, String name, Function<Arguments, Value> body) {
        scope.set(name, new Value.Function(name, body::apply));
    }

    private static Value range(RenderContext context, Arguments arguments) {
        Bound bound = arguments.bind("range", "start", "stop", "step");
        boolean one = arguments.positional().size() == 1;
        long start = one ? 0 : bound.integerOr("start", 0);
        long stop = bound.integerOr(one ? "start" : "stop", 0);
        long step = bound.integerOr("step", 1);
        if (step == 0) {
            throw new JinjaException("range: the step cannot be zero");
        }
        List<Value> items = new ArrayList<>();
        for (long i = start; step > 0 ? i < stop : i > stop; i = next(i, step)) {
            if (items.size() == MAX_RANGE) {
                throw new JinjaException("range: more than " + MAX_RANGE + " items");
            }
            items.add(new Value.Int(i));
        }
        return context.list(items);
    }

    /** The sum, kept within 64 bits: no bound of a range lies beyond. */
    private static long next(long i, long step) {
        long sum = i + step;
        boolean overflows = ((i ^ sum) & (step ^ sum)) < 0;
        return overflows ? (step > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : sum;
    }

    private static Value dict(Arguments arguments) {
        if (!arguments.positional().isEmpty()) {
            throw new JinjaException("dict takes arguments by name only");
        }
        var entries = new LinkedHashMap<Value, Value>();
        arguments.named().forEach((name, value) -> entries.put(Text.ofTemplate(name), value));
        return Value.Dict.of(entries);
    }

    private static Value raise(RenderContext context, Arguments arguments) {
        Value message = arguments.bind("raise_exception", "message").value("message");
        throw new RaisedException(Printer.text(context, message).chars());
    }

    private static Value now(RenderContext context, Arguments arguments) {
        String format = arguments.bind("strftime_now", "format").text("format").chars();
        return Text.ofTemplate(TimeFormat.format(format, context.clock()));
    }
}
