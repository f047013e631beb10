package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Has small verify its own draft by a yes or a no, and large only where small is not sure
 * (ConfSpec, arXiv 2602.18447).
 *
 * @param sure how likely small's likelier word of the two must be for small to decide, 0.5 to 1
 * @param threshold large's least probability of yes, 0 to 1
 */
public record ConfSpec(double sure, double threshold) implements Verifier {

    /** Ours; the original's was not to be had. */
    public static final double DEFAULT_SURE = 0.9;

    /** Ours: more likely right than wrong. */
    public static final double DEFAULT_THRESHOLD = 0.5;

    private static final double EVEN = 0.5;

    /** Checks ranges. */
    public ConfSpec {
        Ranges.require("sure", sure, EVEN, 1);
        Ranges.require("threshold", threshold, 0, 1);
    }

    @Override
    public String name() {
        return "confspec";
    }

    @Override
    public List<String> parameters() {
        return List.of("sure=" + sure, "threshold=" + threshold);
    }

    @Override
    public Set<Writer> judges() {
        return Set.of(Writer.SMALL, Writer.LARGE);
    }

    @Override
    public Verdict verify(DraftView view) {
        OptionalDouble own = view.draft().onlyCloses() ? OptionalDouble.empty() : own(view);
        double confidence =
                own.isPresent() ? Math.max(own.getAsDouble(), 1 - own.getAsDouble()) : 0;
        if (confidence >= sure) {
            boolean right = own.getAsDouble() >= EVEN;
            return new Verdict(
                    right,
                    name(),
                    own.getAsDouble(),
                    right ? sure : 1 - sure,
                    right ? "small is sure of it" : "small is sure that it is wrong");
        }
        Bar bar = new Bar(name(), "small is not sure, large's p(yes)", threshold);
        return Hearing.of(view, Writer.LARGE, Hearing.IS_IT_RIGHT, bar, Wording::yes);
    }

    private static OptionalDouble own(DraftView view) {
        return view.ask(Writer.SMALL, Hearing.IS_IT_RIGHT) instanceof Opinion.Said said
                ? Wording.yes(said)
                : OptionalDouble.empty();
    }
}
