package dev.glimprouter.eval.calibrate;

import dev.glimprouter.eval.calibrate.Knob.Range;
import dev.glimprouter.eval.calibrate.Knob.Side;
import dev.glimprouter.strategy.ConfSpec;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.LargeJudge;
import dev.glimprouter.strategy.MixtureThreshold;
import dev.glimprouter.strategy.Overconfidence;
import dev.glimprouter.strategy.RewardGuided;
import dev.glimprouter.strategy.SpecReason;
import dev.glimprouter.strategy.StepEntropy;
import dev.glimprouter.strategy.StepPerplexity;
import dev.glimprouter.strategy.TokenEntropy;

import java.util.List;
import java.util.Optional;

/** Every number that can be calibrated, one line each. */
final class Knobs {

    private static final String TAU = "tau";
    private static final String RATE = "rate";
    private static final String THRESHOLD = "threshold";
    private static final double NO_END = Double.POSITIVE_INFINITY;

    private static final List<Knob> ALL =
            List.of(
                    from("glimpse", TAU, 0, NO_END, EntropyThreshold.DEFAULT_TAU),
                    from("hstep", TAU, 0, NO_END, StepEntropy.DEFAULT_TAU),
                    from("pplstep", TAU, 1, NO_END, StepPerplexity.DEFAULT_TAU),
                    from("mixture", "posterior", 0, 1, MixtureThreshold.DEFAULT_POSTERIOR),
                    below("judge", THRESHOLD, 0, 1, LargeJudge.DEFAULT_THRESHOLD),
                    below("specreason", THRESHOLD, 0, 9, SpecReason.DEFAULT_THRESHOLD),
                    below("confspec", THRESHOLD, 0, 1, ConfSpec.DEFAULT_THRESHOLD),
                    below("rsd", THRESHOLD, 0, 1, RewardGuided.DEFAULT_THRESHOLD),
                    below("random", RATE, 0, 1, 0.5),
                    untold(from("hysteresis", TAU, 0, NO_END, EntropyThreshold.DEFAULT_TAU)),
                    untold(from("token-entropy", TAU, 0, NO_END, TokenEntropy.DEFAULT_TAU)),
                    untold(below("target-share", RATE, 0, 1, 0.5)),
                    untold(
                            below(
                                    "overconfidence",
                                    "below",
                                    0,
                                    NO_END,
                                    Overconfidence.DEFAULT_BELOW)));

    private Knobs() {}

    private static Knob from(
            String strategy, String parameter, double least, double most, double usual) {
        Range range = new Range(least, most, usual);
        return new Knob(strategy, parameter, range, Side.FROM_THRESHOLD, true);
    }

    private static Knob below(
            String strategy, String parameter, double least, double most, double usual) {
        Range range = new Range(least, most, usual);
        return new Knob(strategy, parameter, range, Side.BELOW_THRESHOLD, true);
    }

    private static Knob untold(Knob of) {
        return new Knob(of.strategy(), of.parameter(), of.range(), of.large(), false);
    }

    /** That of a strategy or policy; empty if it has none. */
    static Optional<Knob> of(String strategy) {
        return ALL.stream().filter(knob -> knob.strategy().equals(strategy)).findFirst();
    }

    /** The strategies that have one, each with its parameter. */
    static List<String> names() {
        return ALL.stream()
                .map(knob -> "%s(%s)".formatted(knob.strategy(), knob.parameter()))
                .toList();
    }
}
