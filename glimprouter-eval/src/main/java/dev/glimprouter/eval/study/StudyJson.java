package dev.glimprouter.eval.study;

import dev.glimprouter.eval.internal.run.IntervalCodec;
import dev.glimprouter.eval.statistics.Humps;
import dev.glimprouter.eval.statistics.PairedDifference;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** A study as one JSON object; its fields are documented in docs/study.md. */
public final class StudyJson {

    private StudyJson() {}

    /** The object, one field a line. */
    public static String of(Study study) {
        ObjectNode to = Json.object();
        to.put("dataset", study.header().run().data().name());
        to.put("followed", study.header().run().system());
        to.put("seed", study.header().run().config().seed());
        ObjectNode models = to.putObject("models");
        for (Writer writer : Writer.values()) {
            var info = study.header().run().models().get(writer);
            if (info != null) {
                models.put(Json.word(writer), info.model());
            }
        }
        to.put("questions", study.questions()).put("failed", study.failed());
        to.put("right", study.right()).put("wrong", study.wrong()).put("steps", study.steps());
        ArrayNode distributions = to.putArray("distributions");
        study.distributions().forEach(one -> put(distributions.addObject(), one));
        ArrayNode bands = to.putArray("bands");
        study.bands().forEach(one -> put(bands.addObject(), one));
        ArrayNode relations = to.putArray("relations");
        study.relations().forEach(one -> put(relations.addObject(), one));
        ArrayNode tokens = to.putArray("firstTokens");
        study.firstTokens().forEach(one -> put(tokens.addObject(), one));
        put(to.putObject("reflection"), study.hesitation());
        ObjectNode forks = to.putObject("forks");
        put(forks.putObject("high"), study.high());
        put(forks.putObject("low"), study.low());
        study.highMinusLow()
                .ifPresentOrElse(
                        both -> put(forks.putObject("highMinusLow"), both),
                        () -> forks.putNull("highMinusLow"));
        to.putObject("bootstrap")
                .put("resamples", study.bootstrap().resamples())
                .put("seed", study.bootstrap().seed());
        return Json.indented(to);
    }

    private static void put(ObjectNode to, Distribution of) {
        to.put("signal", of.signal().label()).put("steps", of.steps());
        to.put("questions", of.questions()).put("mean", of.mean());
        ArrayNode quantiles = to.putArray("quantiles");
        of.quantiles().forEach(quantiles::add);
        ObjectNode histogram = to.putObject("histogram");
        histogram.put("from", of.histogram().from()).put("width", of.histogram().width());
        ArrayNode counts = histogram.putArray("counts");
        of.histogram().counts().forEach(counts::add);
        of.humps().ifPresentOrElse(h -> put(to.putObject("humps"), h), () -> to.putNull("humps"));
    }

    private static void put(ObjectNode to, Humps of) {
        to.put("dip", of.dip()).put("p", of.pValue()).put("several", of.severalHumps());
        to.put("gain", of.gain());
        of.mixture()
                .ifPresentOrElse(
                        two ->
                                to.putObject("mixture")
                                        .put("low", two.low())
                                        .put("lowDeviation", two.lowDeviation())
                                        .put("high", two.high())
                                        .put("highDeviation", two.highDeviation())
                                        .put("share", two.share()),
                        () -> to.putNull("mixture"));
    }

    private static void put(ObjectNode to, Band of) {
        to.put("from", of.from()).put("to", of.to()).put("steps", of.steps());
        ObjectNode means = to.putObject("means");
        for (Signal signal : Signal.values()) {
            Double mean = of.means().get(signal);
            if (mean != null) {
                means.put(signal.label(), mean);
            }
        }
    }

    private static void put(ObjectNode to, Relation of) {
        to.put("with", of.with().label()).put("expected", of.expected());
        Json.putReal(to, "value", of.ranks().value());
        IntervalCodec.put(to.putObject("interval"), of.ranks().interval());
        to.put("steps", of.ranks().points()).put("questions", of.ranks().clusters());
        to.put("finding", Json.word(of.finding()));
    }

    private static void put(ObjectNode to, FirstToken of) {
        to.put("token", of.token()).put("steps", of.steps()).put("questions", of.questions());
        to.put("hInit", of.hInit());
        Json.putReal(to, "bleu", of.bleu());
    }

    private static void put(ObjectNode to, Hesitation of) {
        to.put("steps", of.steps()).put("others", of.others());
        put(to, "difference", of.difference());
    }

    private static void put(ObjectNode to, ForkOutcomes of) {
        to.put("forks", of.forks()).put("questions", of.questions());
        to.put("bothRight", of.bothRight()).put("bothWrong", of.bothWrong());
        to.put("turnedRight", of.turnedRight()).put("turnedWrong", of.turnedWrong());
        to.put("ungraded", of.ungraded());
        Json.putReal(to, "hInit", of.meanHInit());
        put(to, "difference", of.difference());
        to.put("p", of.mcNemar().pValue());
    }

    private static void put(ObjectNode to, HighMinusLow of) {
        put(to, of.difference());
        to.put("moreAtHigh", of.signs().above()).put("moreAtLow", of.signs().below());
        to.put("signP", of.signs().pValue());
    }

    private static void put(ObjectNode to, String name, Optional<PairedDifference> of) {
        of.ifPresentOrElse(d -> put(to.putObject(name), d), () -> to.putNull(name));
    }

    private static void put(ObjectNode to, PairedDifference of) {
        to.put("value", of.value());
        IntervalCodec.put(to.putObject("byT"), of.byT());
        IntervalCodec.put(to.putObject("byBootstrap"), of.byBootstrap());
        Json.putReal(to, "p", of.pValue());
        to.put("questions", of.clusters());
    }
}
