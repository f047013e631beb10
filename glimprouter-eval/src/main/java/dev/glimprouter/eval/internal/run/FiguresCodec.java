package dev.glimprouter.eval.internal.run;

import dev.glimprouter.eval.run.RunFigures;
import dev.glimprouter.eval.statistics.Measured;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** The figures of a run as JSON; what there is none of is null. */
public final class FiguresCodec {

    private FiguresCodec() {}

    /** The fields. */
    public static ObjectNode encode(RunFigures figures) {
        ObjectNode to = Json.object();
        to.put("runs", figures.runs());
        to.put("unscored", figures.unscored()).put("failed", figures.failed());
        put(to, "right", figures.right());
        put(to, "stepsByLarge", figures.stepsByLarge());
        put(to, "tokensByLarge", figures.tokensByLarge());
        put(to, "seconds", figures.seconds());
        return to;
    }

    private static void put(ObjectNode to, String name, Optional<Measured> figure) {
        figure.ifPresentOrElse(one -> to.set(name, encode(one)), () -> to.putNull(name));
    }

    /** A figure with its interval. */
    public static ObjectNode encode(Measured figure) {
        ObjectNode to = Json.object().put("value", figure.value());
        IntervalCodec.put(to, figure.interval());
        return to;
    }

    /**
     * The figures with these fields.
     *
     * @throws IllegalArgumentException if one is missing or wrong
     */
    public static RunFigures decode(Fields from) {
        return new RunFigures(
                from.count("runs"),
                from.count("unscored"),
                from.count("failed"),
                figure(from, "right"),
                figure(from, "stepsByLarge"),
                figure(from, "tokensByLarge"),
                figure(from, "seconds"));
    }

    private static Optional<Measured> figure(Fields from, String name) {
        return from.maybe(name).map(FiguresCodec::measured);
    }

    /** The figure with these fields. */
    public static Measured measured(Fields from) {
        return new Measured(from.real("value"), IntervalCodec.decode(from));
    }
}
