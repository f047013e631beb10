package dev.glimprouter.strategy;

import dev.glimprouter.check.StepCheck;
import dev.glimprouter.reasoning.Verdict;

import java.util.List;
import java.util.Objects;

/**
 * Keeps a draft in which a check that asks no model finds nothing wrong.
 *
 * @param check the check; equality of verifiers goes by its own
 */
public record Symbolic(StepCheck check) implements Verifier {

    /** Checks for null. */
    public Symbolic {
        Objects.requireNonNull(check, "check");
    }

    @Override
    public String name() {
        return "symbolic";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public Verdict verify(DraftView view) {
        return check.objection(view.draft().text())
                .map(objection -> verdict(false, objection))
                .orElseGet(() -> verdict(true, "no objection"));
    }

    private Verdict verdict(boolean accepted, String reason) {
        return new Verdict(accepted, name(), Double.NaN, Double.NaN, reason);
    }
}
