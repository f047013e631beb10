package dev.glimprouter.report.internal.html;

import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.report.internal.figures.Attempt;
import dev.glimprouter.report.internal.figures.StepAccount;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A step as the page's script reads it; texts only where they may be shown. */
final class StepJson {

    private final boolean texts;

    StepJson(boolean texts) {
        this.texts = texts;
    }

    void put(ObjectNode to, StepAccount step) {
        to.put("i", step.index());
        step.kept().ifPresent(kept -> put(to, kept));
        step.probe().ifPresent(probe -> put(to.putObject("glimpse"), probe));
        step.decision().ifPresent(decision -> put(to.putObject("decision"), decision));
        if (!step.attempts().isEmpty()) {
            ArrayNode attempts = to.putArray("attempts");
            step.attempts().forEach(attempt -> put(attempts.addObject(), attempt));
        }
        if (!step.notes().isEmpty()) {
            ArrayNode notes = to.putArray("notes");
            step.notes().forEach(notes::add);
        }
    }

    static String letter(Writer writer) {
        return writer == Writer.SMALL ? "S" : "L";
    }

    private void put(ObjectNode to, Step step) {
        to.put("writer", letter(step.writer()));
        to.put("tokens", step.tokens());
        if (step.otherTokens() > 0) {
            to.put("otherTokens", step.otherTokens());
        }
        to.put("seconds", seconds(step.nanos()));
        to.put("ended", Words.of(step.ending()));
        if (texts) {
            to.put("text", step.text());
        }
    }

    private void put(ObjectNode to, Probe probe) {
        Entropy entropy = probe.entropy();
        real(to, "nats", entropy.nats());
        if (entropy.lowerNats() != entropy.upperNats()) {
            real(to, "lower", entropy.lowerNats());
            real(to, "upper", entropy.upperNats());
            real(to, "mass", entropy.coveredMass());
        }
        to.put("seconds", seconds(probe.nanos()));
        if (texts) {
            to.put("token", probe.token());
        }
    }

    private static void put(ObjectNode to, Decision decision) {
        to.put("writer", letter(decision.writer())).put("policy", decision.policy());
        real(to, "score", decision.score());
        real(to, "threshold", decision.threshold());
        if (!decision.certain()) {
            to.put("uncertain", true);
        }
        to.put("reason", decision.reason());
    }

    private void put(ObjectNode to, Attempt attempt) {
        to.put("number", attempt.number()).put("writer", letter(attempt.writer()));
        to.put("tokens", attempt.tokens()).put("rejected", attempt.rejected());
        if (texts) {
            to.put("text", attempt.text());
        }
        attempt.verdict().ifPresent(verdict -> put(to.putObject("verdict"), verdict));
    }

    private void put(ObjectNode to, Verdict verdict) {
        to.put("accepted", verdict.accepted()).put("verifier", verdict.verifier());
        real(to, "score", verdict.score());
        real(to, "threshold", verdict.threshold());
        if (texts) {
            to.put("reason", verdict.reason());
        }
    }

    /** Six places; nothing where it is no number. */
    private static void real(ObjectNode to, String name, double value) {
        if (Double.isFinite(value)) {
            to.put(name, Math.round(value * 1e6) / 1e6);
        }
    }

    private static double seconds(long nanos) {
        return Math.round(nanos / 1e6) / 1e3;
    }
}
