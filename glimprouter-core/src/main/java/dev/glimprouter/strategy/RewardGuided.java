package dev.glimprouter.strategy;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Keeps a draft that a process reward is high for (RSD, arXiv 2501.19324).
 *
 * @param source who rates
 * @param threshold least reward, 0 to 1
 */
public record RewardGuided(Source source, double threshold) implements Verifier {

    /** The original's. */
    public static final double DEFAULT_THRESHOLD = 0.7;

    /** Who rates a draft. */
    public sealed interface Source {

        /** Large: its probability of yes when it is asked whether the step is right. */
        record Self() implements Source {}

        /**
         * A reward model of its own.
         *
         * @param name how one writes it for the parameter {@code reward}
         * @param model the model; equality goes by the name alone
         */
        record Served(String name, ProcessReward model) implements Source {
            @Override
            public boolean equals(Object other) {
                return other instanceof Served served && served.name.equals(name);
            }

            @Override
            public int hashCode() {
                return name.hashCode();
            }
        }
    }

    /** Checks the range. */
    public RewardGuided {
        Objects.requireNonNull(source, "source");
        Ranges.require("threshold", threshold, 0, 1);
    }

    @Override
    public String name() {
        return "rsd";
    }

    @Override
    public List<String> parameters() {
        String reward =
                switch (source) {
                    case Source.Self _ -> "self";
                    case Source.Served served -> served.name();
                };
        return List.of("reward=" + reward, "threshold=" + threshold);
    }

    @Override
    public Set<Writer> judges() {
        return source instanceof Source.Self ? Set.of(Writer.LARGE) : Set.of();
    }

    @Override
    public Verdict verify(DraftView view) {
        Bar bar = new Bar(name(), "reward", threshold);
        return switch (source) {
            case Source.Self _ ->
                    Hearing.of(view, Writer.LARGE, Hearing.IS_IT_RIGHT, bar, Wording::yes);
            case Source.Served served ->
                    view.draft().onlyCloses()
                            ? bar.accepted("it only closes the reasoning")
                            : rated(view, served.model(), bar);
        };
    }

    /** A model that cannot be reached costs the draft, not the question. */
    private static Verdict rated(DraftView view, ProcessReward model, Bar bar) {
        try {
            double reward = model.rate(view.question(), view.reasoning(), view.draft().text());
            return bar.atLeast(OptionalDouble.of(reward), "no reward");
        } catch (RetryableException unreachable) {
            return bar.rejected("the reward model cannot be reached");
        }
    }
}
