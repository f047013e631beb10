package dev.glimprouter.strategy;

import dev.glimprouter.engine.Sampling;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.reasoning.RepeatDetector;
import dev.glimprouter.reasoning.Writer;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rules that every strategy shares.
 *
 * @param sampling how steps and answer are drawn
 * @param stepLimit most tokens of a step
 * @param budget most kept tokens of the reasoning, each counted by its writer
 * @param budgetRequired whether a budget that does not fit the context is an error; otherwise the
 *     context caps it
 * @param answerLimit most tokens of the answer
 * @param repeats what counts as going round in circles
 * @param deadline when the reasoning has to end, from the start of the question; the answer is
 *     still written after it
 * @param seed start of all random draws
 * @param repeat which repeat of the question this is, from 0
 * @param largeDown what happens where large cannot be reached
 * @param glimpseBy how the small model is glimpsed; by a request in the official mode, whatever
 *     stands here
 * @param mode by which protocol the reasoning is written; the official one has its own rule for
 *     repeats
 * @param speculative whether small drafts tokens of what large writes; both have to run in-process
 *     and have the same vocabulary
 * @param ahead whether large reads what small is writing while it is being written
 * @param race whether large begins each step while small is being glimpsed
 */
public record RouterConfig(
        Sampling sampling,
        int stepLimit,
        int budget,
        boolean budgetRequired,
        int answerLimit,
        RepeatDetector repeats,
        Optional<Duration> deadline,
        long seed,
        int repeat,
        LargeDown largeDown,
        GlimpseBy glimpseBy,
        Mode mode,
        boolean speculative,
        boolean ahead,
        boolean race) {

    /**
     * The paper's: temperature 0.6, top-p 0.95, 512 tokens a step, 8192 for the reasoning, 2048 for
     * the answer, no deadline, seed 0. Large has to be there; a glimpse is the first token of a
     * stream; the mode is the clean one. Large writes without drafts.
     */
    public static final RouterConfig DEFAULT =
            new RouterConfig(
                    Sampling.DEFAULT,
                    512,
                    8192,
                    false,
                    2048,
                    RepeatDetector.DEFAULT,
                    Optional.empty(),
                    0,
                    0,
                    LargeDown.FAIL,
                    GlimpseBy.STREAM,
                    Mode.CLEAN,
                    false,
                    false,
                    false);

    /** Checks ranges. */
    public RouterConfig {
        Objects.requireNonNull(sampling, "sampling");
        Objects.requireNonNull(repeats, "repeats");
        Objects.requireNonNull(largeDown, "largeDown");
        Objects.requireNonNull(glimpseBy, "glimpseBy");
        Objects.requireNonNull(mode, "mode");
        requirePositive("the step limit", stepLimit);
        requirePositive("the budget", budget);
        requirePositive("the answer limit", answerLimit);
        if (repeat < 0) {
            throw new RequestException("The repeat must be 0 or more, not " + repeat + ".");
        }
        if (deadline.isPresent() && !deadline.get().isPositive()) {
            throw new RequestException("The deadline must be longer than zero.");
        }
        boolean overlapping = ahead || race;
        if (mode == Mode.OFFICIAL && (speculative || overlapping)) {
            throw new RequestException(
                    "The official mode has no %s: leave one of the two out."
                            .formatted(speculative ? "speculative decoding" : "overlap"));
        }
        if (speculative && overlapping) {
            throw new RequestException(
                    "Speculative decoding needs both models in turn: leave it or the overlap (ahead, race) out.");
        }
    }

    private static void requirePositive(String name, int tokens) {
        if (tokens < 1) {
            throw new RequestException("Give %s at least 1 token, not %d.".formatted(name, tokens));
        }
    }

    /** The same with another way to draw tokens. */
    public RouterConfig withSampling(Sampling newSampling) {
        return with(draft -> draft.sampling = newSampling);
    }

    /** The same with another step limit, in tokens. */
    public RouterConfig withStepLimit(int tokens) {
        return with(draft -> draft.stepLimit = tokens);
    }

    /** The same with a budget, in tokens, that must fit the context. */
    public RouterConfig withBudget(int tokens) {
        return with(
                draft -> {
                    draft.budget = tokens;
                    draft.budgetRequired = true;
                });
    }

    /** The same with at most so many tokens as the budget, which the context may still cap. */
    public RouterConfig withBudgetAtMost(int tokens) {
        return with(draft -> draft.budget = Math.min(draft.budget, tokens));
    }

    /** The same with another answer limit, in tokens. */
    public RouterConfig withAnswerLimit(int tokens) {
        return with(draft -> draft.answerLimit = tokens);
    }

    /** The same with a deadline for the reasoning. */
    public RouterConfig withDeadline(Duration afterStart) {
        return with(draft -> draft.deadline = Optional.of(afterStart));
    }

    /** The same with another seed. */
    public RouterConfig withSeed(long newSeed) {
        return with(draft -> draft.seed = newSeed);
    }

    /** The same for another repeat of the question. */
    public RouterConfig withRepeat(int newRepeat) {
        return with(draft -> draft.repeat = newRepeat);
    }

    /** The same with another rule for when large cannot be reached. */
    public RouterConfig withLargeDown(LargeDown rule) {
        return with(draft -> draft.largeDown = rule);
    }

    /** The same with another way to glimpse. */
    public RouterConfig withGlimpseBy(GlimpseBy way) {
        return with(draft -> draft.glimpseBy = way);
    }

    /** The same by another protocol. */
    public RouterConfig withMode(Mode newMode) {
        return with(draft -> draft.mode = newMode);
    }

    /** The same with or without small drafting what large writes. */
    public RouterConfig withSpeculative(boolean drafted) {
        return with(draft -> draft.speculative = drafted);
    }

    /** The same with or without large reading what small is writing. */
    public RouterConfig withAhead(boolean reading) {
        return with(draft -> draft.ahead = reading);
    }

    /** The same with or without large beginning each step while small is being glimpsed. */
    public RouterConfig withRace(boolean racing) {
        return with(draft -> draft.race = racing);
    }

    /** The models that take part under these rules: a strategy's own, and small as the drafter. */
    public Set<Writer> models(Strategy strategy) {
        Set<Writer> writers = strategy.writers();
        return speculative && writers.contains(Writer.LARGE)
                ? EnumSet.allOf(Writer.class)
                : writers;
    }

    private RouterConfig with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** The rules while one of them is changed. */
    private static final class Draft {
        private final RepeatDetector repeats;
        private Sampling sampling;
        private int stepLimit;
        private int budget;
        private boolean budgetRequired;
        private int answerLimit;
        private Optional<Duration> deadline;
        private long seed;
        private int repeat;
        private LargeDown largeDown;
        private GlimpseBy glimpseBy;
        private Mode mode;
        private boolean speculative;
        private boolean ahead;
        private boolean race;

        Draft(RouterConfig from) {
            repeats = from.repeats;
            sampling = from.sampling;
            stepLimit = from.stepLimit;
            budget = from.budget;
            budgetRequired = from.budgetRequired;
            answerLimit = from.answerLimit;
            deadline = from.deadline;
            seed = from.seed;
            repeat = from.repeat;
            largeDown = from.largeDown;
            glimpseBy = from.glimpseBy;
            mode = from.mode;
            speculative = from.speculative;
            ahead = from.ahead;
            race = from.race;
        }

        RouterConfig done() {
            return new RouterConfig(
                    sampling,
                    stepLimit,
                    budget,
                    budgetRequired,
                    answerLimit,
                    repeats,
                    deadline,
                    seed,
                    repeat,
                    largeDown,
                    glimpseBy,
                    mode,
                    speculative,
                    ahead,
                    race);
        }
    }
}
