package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Verdict;

import java.util.List;

/**
 * Keeps a draft whose tokens were plain to small: their mean entropy is below tau. The paper's
 * ablation H_step.
 *
 * @param tau threshold in nats, 0 to infinity
 */
public record StepEntropy(double tau) implements Verifier {

    /** Ours, not the paper's, which compares at equal shares of large: in nats. */
    public static final double DEFAULT_TAU = 0.5;

    /** Checks the range. */
    public StepEntropy {
        Ranges.requireTau("tau", tau);
    }

    @Override
    public String name() {
        return "hstep";
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
        return new Bar(name(), "H_step", tau)
                .below(DraftSignals.meanEntropy(view.draft()), "a token's entropy is not known");
    }
}
