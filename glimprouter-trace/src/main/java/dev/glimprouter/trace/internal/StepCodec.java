package dev.glimprouter.trace.internal;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import tools.jackson.databind.node.ObjectNode;

/** Steps, decisions and verdicts as JSON. */
final class StepCodec {

    private StepCodec() {}

    static ObjectNode encode(Step step) {
        ObjectNode to =
                Json.object()
                        .put("index", step.index())
                        .put("writer", Json.word(step.writer()))
                        .put("attempt", step.attempt())
                        .put("text", step.text())
                        .put("tokens", step.tokens())
                        .put("ended", Json.word(step.ending()));
        step.decision()
                .ifPresentOrElse(
                        decision -> to.set("decision", encode(decision)),
                        () -> to.putNull("decision"));
        if (step.otherTokens() > 0) {
            to.put("otherTokens", step.otherTokens());
        }
        return to.put("nanos", step.nanos());
    }

    static Step decodeStep(Fields from) {
        return new Step(
                from.count("index"),
                from.word("writer", Writer.class),
                from.count("attempt"),
                from.text("text"),
                from.count("tokens"),
                from.word("ended", Ending.class),
                from.maybe("decision").map(StepCodec::decodeDecision),
                from.has("otherTokens") ? from.count("otherTokens") : 0,
                from.whole("nanos"));
    }

    static ObjectNode encode(Decision decision) {
        ObjectNode to =
                Json.object()
                        .put("writer", Json.word(decision.writer()))
                        .put("policy", decision.policy());
        Json.putReal(to, "score", decision.score());
        Json.putReal(to, "threshold", decision.threshold());
        return to.put("certain", decision.certain()).put("reason", decision.reason());
    }

    static Decision decodeDecision(Fields from) {
        return new Decision(
                from.word("writer", Writer.class),
                from.text("policy"),
                from.real("score"),
                from.real("threshold"),
                from.flag("certain"),
                from.text("reason"));
    }

    static ObjectNode encode(Verdict verdict) {
        ObjectNode to =
                Json.object()
                        .put("accepted", verdict.accepted())
                        .put("verifier", verdict.verifier());
        Json.putReal(to, "score", verdict.score());
        Json.putReal(to, "threshold", verdict.threshold());
        return to.put("reason", verdict.reason());
    }

    static Verdict decodeVerdict(Fields from) {
        return new Verdict(
                from.flag("accepted"),
                from.text("verifier"),
                from.real("score"),
                from.real("threshold"),
                from.text("reason"));
    }
}
