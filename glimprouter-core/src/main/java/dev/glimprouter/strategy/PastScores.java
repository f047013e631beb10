package dev.glimprouter.strategy;

import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.Probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What a question's glimpses told so far. */
final class PastScores {

    private PastScores() {}

    /** The newest H_init values before the step at hand, at most {@code most}, oldest first. */
    static double[] last(StepView step, int most) {
        List<Optional<Probe>> past = step.pastGlimpses();
        double[] newest = new double[Math.min(most, past.size())];
        int found = 0;
        for (int i = past.size() - 1; i >= 0 && found < newest.length; i--) {
            Optional<Probe> probe = past.get(i);
            if (probe.isPresent()) {
                found++;
                newest[newest.length - found] = probe.get().hInit();
            }
        }
        return Arrays.copyOfRange(newest, newest.length - found, newest.length);
    }

    /**
     * The mean over the step at hand and the {@code others} steps right before it; empty if one of
     * them told nothing.
     */
    static Optional<Entropy> mean(StepView step, Probe now, int others) {
        List<Optional<Probe>> past = step.pastGlimpses();
        if (past.size() < others) {
            return Optional.empty();
        }
        List<Optional<Probe>> newest = past.subList(past.size() - others, past.size());
        if (newest.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Entropy> all = new ArrayList<>();
        newest.forEach(probe -> probe.map(Probe::entropy).ifPresent(all::add));
        all.add(now.entropy());
        return Optional.of(
                new Entropy(
                        mean(all, Entropy::nats),
                        Math.min(1, mean(all, Entropy::coveredMass)),
                        mean(all, Entropy::lowerNats),
                        mean(all, Entropy::upperNats)));
    }

    private static double mean(List<Entropy> all, ToDoubleFunction<Entropy> value) {
        double sum = 0;
        for (Entropy one : all) {
            sum += value.applyAsDouble(one);
        }
        return sum / all.size();
    }
}
