package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.List;
import java.util.Set;

/**
 * Keeps a draft that large finds right: its probability of yes among yes and no. The paper's
 * ablation "LLM as judge", as a number that a threshold can be set on.
 *
 * @param threshold least probability, 0 to 1
 */
public record LargeJudge(double threshold) implements Verifier {

    /** Ours: more likely right than wrong. */
    public static final double DEFAULT_THRESHOLD = 0.5;

    /** Checks the range. */
    public LargeJudge {
        Ranges.require("threshold", threshold, 0, 1);
    }

    @Override
    public String name() {
        return "judge";
    }

    @Override
    public List<String> parameters() {
        return List.of("threshold=" + threshold);
    }

    @Override
    public Set<Writer> judges() {
        return Set.of(Writer.LARGE);
    }

    @Override
    public Verdict verify(DraftView view) {
        Bar bar = new Bar(name(), "p(yes)", threshold);
        return Hearing.of(view, Writer.LARGE, Hearing.IS_IT_RIGHT, bar, Wording::yes);
    }
}
