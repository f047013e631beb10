package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Verdict;

import java.util.List;

/**
 * Keeps a draft that small finds likely as a whole: its perplexity is below tau. The paper's
 * ablation PPL_step.
 *
 * @param tau threshold, 1 to infinity; at 1 large writes everything
 */
public record StepPerplexity(double tau) implements Verifier {

    /** Ours, not the paper's, which compares at equal shares of large. */
    public static final double DEFAULT_TAU = 1.5;

    /** Checks the range. */
    public StepPerplexity {
        Ranges.require("tau", tau, 1, Double.POSITIVE_INFINITY);
    }

    @Override
    public String name() {
        return "pplstep";
    }

    @Override
    public List<String> parameters() {
        return List.of("tau=" + tau);
    }

    @Override
    public boolean watches() {
        return true;
    }

    @Override
    public Verdict verify(DraftView view) {
        return new Bar(name(), "PPL_step", tau)
                .below(DraftSignals.perplexity(view.draft()), "a token's probability is not known");
    }
}
