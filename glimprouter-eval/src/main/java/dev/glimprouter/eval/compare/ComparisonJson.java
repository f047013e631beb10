package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.internal.run.IntervalCodec;
import dev.glimprouter.eval.statistics.McNemar;
import dev.glimprouter.eval.statistics.NonInferiority;
import dev.glimprouter.eval.statistics.PairedDifference;
import dev.glimprouter.eval.statistics.PairedRatio;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

/**
 * Comparisons as one JSON object; its fields are documented in docs/statistics.md. Shares are 0 to
 * 1, intervals are 95 %; what is infinite or not a number is a string.
 */
public final class ComparisonJson {

    private ComparisonJson() {}

    /** The object, one field a line. */
    public static String of(Comparisons comparisons) {
        ObjectNode to = Json.object();
        ObjectNode plan = to.putObject("plan");
        comparisons
                .plan()
                .margin()
                .ifPresentOrElse(
                        margin -> plan.put("margin", margin), () -> plan.putNull("margin"));
        plan.put("seed", comparisons.plan().seed());
        var list = to.putArray("comparisons");
        comparisons.all().forEach(comparison -> put(list.addObject(), comparison));
        return Json.indented(to);
    }

    private static void put(ObjectNode to, Comparison of) {
        put(to.putObject("a"), of.a());
        put(to.putObject("b"), of.b());
        to.put("leftOut", of.leftOut());
        put(to.putObject("difference"), of.difference());
        IntervalCodec.put(to.putObject("bounds"), of.bounds());
        to.put("p", of.pValue());
        of.mcNemar()
                .ifPresentOrElse(
                        test -> put(to.putObject("mcNemar"), test), () -> to.putNull("mcNemar"));
        to.put("adjustedP", of.adjustedP());
        to.put("comparisons", of.comparisons());
        of.nonInferiority()
                .ifPresentOrElse(
                        test -> put(to.putObject("nonInferiority"), test),
                        () -> to.putNull("nonInferiority"));
        of.seconds()
                .ifPresentOrElse(
                        seconds -> put(to.putObject("seconds"), seconds),
                        () -> to.putNull("seconds"));
        ObjectNode tokens = to.putObject("tokens");
        of.tokens().forEach((name, ratio) -> put(tokens.putObject(name), ratio));
        ObjectNode outlook = to.putObject("power");
        Json.putReal(outlook, "detectable", of.outlook().detectable());
        outlook.put("wanted", of.outlook().wanted()).put("questions", of.outlook().questions());
        to.put("reading", Reading.of(of));
    }

    private static void put(ObjectNode to, Accuracy of) {
        to.put("system", of.system());
        to.put("share", of.share().value());
        IntervalCodec.put(to.putObject("interval"), of.share().interval());
        Json.putReal(to, "standardError", of.share().mean().standardError());
        to.put("questions", of.share().mean().questions());
        to.put("clusters", of.share().mean().clusters());
        to.put("runs", of.share().mean().runs());
        to.put("unscored", of.unscored());
    }

    private static void put(ObjectNode to, PairedDifference of) {
        to.put("value", of.value());
        Json.putReal(to, "standardError", of.standardError());
        IntervalCodec.put(to.putObject("byT"), of.byT());
        IntervalCodec.put(to.putObject("byBootstrap"), of.byBootstrap());
        to.put("resamples", of.bootstrap().resamples());
        to.put("seed", of.bootstrap().seed());
        to.put("p", of.pValue());
    }

    private static void put(ObjectNode to, McNemar of) {
        to.put("onlyA", of.onlyA()).put("onlyB", of.onlyB()).put("p", of.pValue());
    }

    private static void put(ObjectNode to, NonInferiority of) {
        to.put("margin", of.margin()).put("verdict", Json.word(of.verdict()));
    }

    private static void put(ObjectNode to, PairedRatio of) {
        Json.putReal(to, "ratio", of.value());
        IntervalCodec.put(to.putObject("interval"), of.interval());
        put(to.putObject("a"), of.a());
        put(to.putObject("b"), of.b());
        to.put("questions", of.questions());
    }

    private static void put(ObjectNode to, PairedRatio.Spread of) {
        to.put("mean", of.mean()).put("p50", of.p50()).put("p95", of.p95());
    }
}
