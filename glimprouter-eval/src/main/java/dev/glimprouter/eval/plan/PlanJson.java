package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.internal.run.IntervalCodec;
import dev.glimprouter.eval.statistics.PairedRatio;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan as one JSON object; docs/plan.md tells its fields. What is infinite or not a number is a
 * string.
 */
public final class PlanJson {

    private PlanJson() {}

    /** The object, one field a line. */
    public static String of(Plan plan) {
        ObjectNode to = Json.object();
        ArrayNode scenarios = to.putArray("scenarios");
        plan.scenarios().forEach(one -> put(scenarios.addObject(), one));
        plan.fit().ifPresentOrElse(fit -> put(to.putObject("fit"), fit), () -> to.putNull("fit"));
        ArrayNode checks = to.putArray("checks");
        plan.checks().forEach(row -> put(checks.addObject(), row));
        ArrayNode notes = to.putArray("notes");
        plan.notes().forEach(notes::add);
        return Json.indented(to);
    }

    private static void put(ObjectNode to, Scenario of) {
        put(to.putObject("speeds"), of.speeds());
        ArrayNode forecasts = to.putArray("forecasts");
        of.forecasts().forEach(one -> put(forecasts.addObject(), one));
        ArrayNode reading = to.putArray("reading");
        of.reading().forEach(one -> put(reading.addObject(), one));
    }

    private static void put(ObjectNode to, Speeds of) {
        for (Writer writer : Writer.values()) {
            ObjectNode pace = to.putObject(Json.word(writer));
            real(pace, "prefillTokensPerSecond", of.of(writer).prefillSpeed());
            real(pace, "prefillSeconds", of.of(writer).prefillSeconds());
            real(pace, "decodeTokensPerSecond", of.of(writer).decodeSpeed());
        }
        real(to, "ratio", of.ratio());
        to.put("glimpseSeconds", of.glimpseSeconds());
        to.put("verdictSeconds", of.verdictSeconds());
        Json.putReal(to, "roundSeconds", of.roundSeconds());
        to.put("togetherShare", of.togetherShare());
        to.put("requestSeconds", of.requestSeconds());
        to.put("questionSeconds", of.questionSeconds());
    }

    private static void put(ObjectNode to, Forecast of) {
        to.put("system", of.system()).put("basis", Json.word(of.basis()));
        to.put("source", of.source());
        ArrayNode assumed = to.putArray("assumed");
        of.assumed().forEach(assumed::add);
        to.put("questions", of.questions());
        real(to, "seconds", of.seconds());
        IntervalCodec.put(to.putObject("interval"), of.interval());
        put(to.putObject("split"), of.split());
        put(to.putObject("work"), of.work());
        real(to, "cost", of.cost());
        of.against()
                .ifPresentOrElse(
                        ratio -> put(to.putObject("ofLarge"), ratio), () -> to.putNull("ofLarge"));
    }

    private static void put(ObjectNode to, Split of) {
        real(to, "smallPrefill", of.smallPrefill());
        real(to, "smallDecode", of.smallDecode());
        real(to, "largePrefill", of.largePrefill());
        real(to, "largeDecode", of.largeDecode());
        real(to, "glimpses", of.glimpses());
        real(to, "judging", of.judging());
        real(to, "rest", of.rest());
    }

    private static void put(ObjectNode to, Work of) {
        for (Writer writer : Writer.values()) {
            Load load = of.of(writer);
            to.putObject(Json.word(writer))
                    .put("promptTokens", load.promptTokens())
                    .put("prefills", load.prefills())
                    .put("decodedTokens", load.decodedTokens())
                    .put("togetherTokens", load.togetherTokens())
                    .put("generatedTokens", load.generatedTokens())
                    .put("verdicts", load.verdicts())
                    .put("rounds", load.rounds())
                    .put("draftedTokens", load.draftedTokens())
                    .put("requests", load.requests());
        }
        to.put("glimpses", of.glimpses()).put("steps", of.steps());
        to.put("stepsByLarge", of.stepsByLarge());
    }

    private static void put(ObjectNode to, PairedRatio of) {
        real(to, "ratio", of.value());
        IntervalCodec.put(to.putObject("interval"), of.interval());
        to.put("questions", of.questions());
    }

    private static void put(ObjectNode to, Conclusion of) {
        to.put("system", of.system()).put("verdict", Json.word(of.verdict()));
        Json.putReal(to, "breakEvenDecodeTokensPerSecond", of.breakEven().decodeSpeed());
        Json.putReal(to, "breakEvenStepsByLarge", of.breakEven().largeShare());
        to.put("text", of.text());
    }

    private static void put(ObjectNode to, FitQuality of) {
        to.put("questions", of.questions()).put("folds", of.folds());
        real(to, "totalError", of.total());
        real(to, "meanError", of.each());
    }

    private static void put(ObjectNode to, CheckRow of) {
        to.put("system", of.system()).put("basis", Json.word(of.basis()));
        to.put("questions", of.measured().questions());
        real(to, "predicted", of.predicted());
        real(to, "measured", of.measured().value());
        IntervalCodec.put(to.putObject("interval"), of.measured().interval());
        real(to, "error", of.error());
        real(to, "chance", of.chance());
        real(to, "ownWorkError", of.ownError());
        real(to, "errorAgainstLarge", of.errorAgainstLarge());
    }

    private static void real(ObjectNode to, String name, double value) {
        Json.putReal(to, name, value);
    }
}
