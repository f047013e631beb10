package dev.glimprouter.eval.calibrate;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.run.RunHeader;
import dev.glimprouter.eval.run.RunReader;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.strategy.expression.StrategyExpression;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A strategy whose threshold was found on held-out questions, and how.
 *
 * @param version version of the file's format, from 1
 * @param target what was wanted
 * @param parts the thresholds: one, or one for each domain
 * @param whole all questions under the strategy with the thresholds of all domains; empty where
 *     there is one threshold
 * @param questions the hashes of the questions that it was found on ({@link Problem#hash})
 * @param run header of the run at what was found: strategy, rules, seed, dataset, prompting, models
 */
public record Profile(
        int version,
        Target target,
        List<Part> parts,
        Optional<Round> whole,
        Set<String> questions,
        RunHeader run) {

    /** Name of the format, in the field {@code schema}. */
    public static final String SCHEMA = "glimprouter.profile";

    /** The version that this library writes, and the newest that it reads. */
    public static final int VERSION = 1;

    /** Copies, and checks that the strategy can be made. */
    public Profile {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(whole, "whole");
        Objects.requireNonNull(run, "run");
        parts = List.copyOf(parts);
        questions = Set.copyOf(questions);
        if (parts.isEmpty() || questions.isEmpty()) {
            throw new IllegalArgumentException("a profile has a threshold and questions");
        }
        StrategyExpression.parse(run.strategy()).strategy();
    }

    /** What one threshold comes to. */
    static Profile of(CalibrationPlan plan, Part part) {
        return of(plan, List.of(part), plan.at(part.threshold()), Optional.empty());
    }

    static Profile of(
            CalibrationPlan plan, List<Part> parts, Contestant found, Optional<Round> whole) {
        return new Profile(
                VERSION,
                plan.target(),
                parts,
                whole,
                plan.questions().dataset().hashes(),
                header(plan.file(found)));
    }

    private static RunHeader header(Path run) {
        try (RunReader reader = RunReader.open(run)) {
            return reader.header();
        }
    }

    /** The strategy as one writes it, its thresholds in it. */
    public String strategy() {
        return run.strategy();
    }

    /** Whether every threshold meets the target. */
    public boolean reached() {
        return parts.stream().allMatch(Part::reached);
    }

    /** The round at what was found. */
    public Round found() {
        return whole.orElseGet(() -> parts.getFirst().chosen());
    }

    /**
     * Requires that none of the questions is one that the threshold was chosen on.
     *
     * @param file the profile, for the message
     * @throws RequestException if there is one
     */
    public void requireOthers(Dataset asked, Path file) {
        Set<String> shared = new TreeSet<>(asked.hashes());
        shared.retainAll(questions);
        if (!shared.isEmpty()) {
            throw new RequestException(
                    "%d of the %d questions are among those that %s was calibrated on, so that its result would be flattered: ask others, such as --half test with the same --split-seed."
                            .formatted(shared.size(), asked.problems().size(), file));
        }
    }
}
