package dev.glimprouter.trace.internal;

import dev.glimprouter.engine.Sampling;
import dev.glimprouter.reasoning.RepeatDetector;
import dev.glimprouter.strategy.GlimpseBy;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.RouterConfig;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Optional;

/** The rules of a run as JSON. */
public final class ConfigCodec {

    private ConfigCodec() {}

    /** The fields of the rules. */
    public static ObjectNode encode(RouterConfig config) {
        ObjectNode to = Json.object();
        to.set("sampling", encode(config.sampling()));
        to.put("stepLimit", config.stepLimit());
        to.put("budget", config.budget());
        to.put("budgetRequired", config.budgetRequired());
        to.put("answerLimit", config.answerLimit());
        to.putObject("repeats").put("longestPeriod", config.repeats().longestPeriod());
        config.deadline()
                .ifPresentOrElse(
                        deadline -> to.put("deadline", deadline.toString()),
                        () -> to.putNull("deadline"));
        to.put("seed", config.seed());
        to.put("repeat", config.repeat());
        to.put("largeDown", Json.word(config.largeDown()));
        to.put("glimpseBy", Json.word(config.glimpseBy()));
        to.put("mode", Json.word(config.mode()));
        if (config.speculative()) {
            to.put("speculative", true);
        }
        if (config.ahead()) {
            to.put("ahead", true);
        }
        if (config.race()) {
            to.put("race", true);
        }
        return to;
    }

    private static ObjectNode encode(Sampling sampling) {
        ObjectNode to = Json.object();
        Json.putReal(to, "temperature", sampling.temperature());
        Json.putReal(to, "topP", sampling.topP());
        to.put("topK", sampling.topK());
        Json.putReal(to, "minP", sampling.minP());
        return to;
    }

    /** The rules with these fields. */
    public static RouterConfig decode(Fields from) {
        return new RouterConfig(
                sampling(from.child("sampling")),
                from.count("stepLimit"),
                from.count("budget"),
                from.flag("budgetRequired"),
                from.count("answerLimit"),
                new RepeatDetector(from.child("repeats").count("longestPeriod")),
                from.has("deadline")
                        ? Optional.of(Duration.parse(from.text("deadline")))
                        : Optional.empty(),
                from.whole("seed"),
                from.count("repeat"),
                from.has("largeDown") ? from.word("largeDown", LargeDown.class) : LargeDown.FAIL,
                from.has("glimpseBy") ? from.word("glimpseBy", GlimpseBy.class) : GlimpseBy.STREAM,
                from.has("mode") ? from.word("mode", Mode.class) : Mode.CLEAN,
                from.has("speculative") && from.flag("speculative"),
                from.has("ahead") && from.flag("ahead"),
                from.has("race") && from.flag("race"));
    }

    private static Sampling sampling(Fields from) {
        return new Sampling(
                from.real("temperature"), from.real("topP"), from.count("topK"), from.real("minP"));
    }
}
