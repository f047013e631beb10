package dev.glimprouter.eval.internal.run;

import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

/** An interval as JSON. */
public final class IntervalCodec {

    private IntervalCodec() {}

    /** Sets the ends of an interval. */
    public static void put(ObjectNode to, Interval interval) {
        Json.putReal(to, "lower", interval.lower());
        Json.putReal(to, "upper", interval.upper());
    }

    /** The interval with these ends. */
    public static Interval decode(Fields from) {
        return new Interval(from.real("lower"), from.real("upper"));
    }
}
