package dev.glimprouter.strategy;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;

import java.util.Objects;
import java.util.Optional;

/**
 * Holds large's share of steps or tokens: a threshold on H_init that follows the newest 256 values
 * and is moved by how far large is ahead of or behind its share.
 *
 * <p>Whatever the values, the number of steps by large is never more than slack + 1 off the wanted
 * one; over n steps the reached share differs by at most (slack + 1) / n. For tokens this holds in
 * steps of mean length, and a step's own length comes on top. A missing probe goes to large unless
 * large is ahead of its share. The answer, which large always writes, does not count. Every step
 * counts, also one that another policy decided. It has an opinion on every step.
 *
 * <p>Over a stream of questions it is <b>not stateless</b>: all questions that one object decides
 * share its count and its values. That is safe from any thread, and the same for the same order of
 * steps; with questions at the same time the order is theirs, and the steps being written are not
 * counted yet, so that n questions at once add up to n steps to the bound. A new object, as each
 * start of the program makes, starts from nothing. Over each question on its own it is stateless.
 * (Own.)
 */
public final class TargetShare implements RoutingPolicy {

    /** What the share is held over. */
    public enum Over {
        /** All questions that the object decides. */
        STREAM,
        /** Each question on its own. */
        QUESTION
    }

    /** What the share is counted in. */
    public enum Of {
        /** Kept steps: the intervention rate. */
        STEPS,
        /** Kept tokens, each counted by its writer. */
        TOKENS
    }

    /** How many steps it may be off by default. */
    public static final double DEFAULT_SLACK = 6;

    private static final int WINDOW = 256;

    private final ShareRule rule;
    private final Over over;
    private final Of of;
    private final ShareStream stream = new ShareStream(WINDOW);

    /**
     * A controller that has seen nothing yet.
     *
     * @param rate wanted share of large, 0 to 1
     * @param over what it is held over
     * @param of what it is counted in
     * @param slack how many steps it may be off, from 1: less follows the wanted share more closely
     *     and the entropy less
     */
    public TargetShare(double rate, Over over, Of of, double slack) {
        Ranges.require("rate", rate, 0, 1);
        Ranges.require("slack", slack, 1, 1e6);
        this.rule = new ShareRule(rate, slack);
        this.over = Objects.requireNonNull(over, "over");
        this.of = Objects.requireNonNull(of, "of");
    }

    @Override
    public String name() {
        return "target-share(rate=%s, over=%s, of=%s, slack=%s)"
                .formatted(rule.rate(), Words.of(over), Words.of(of), rule.slack());
    }

    @Override
    public Optional<Decision> decide(StepView step) {
        Optional<Probe> probe = step.glimpse();
        double debt = tally(step).debt(rule.rate(), of);
        return Optional.of(
                probe.map(seen -> compare(step, seen, debt)).orElseGet(() -> withoutProbe(debt)));
    }

    private ShareTally tally(StepView step) {
        return switch (over) {
            case STREAM -> stream.tally();
            case QUESTION -> ShareTally.of(step.reasoning());
        };
    }

    private Decision compare(StepView step, Probe probe, double debt) {
        double[] recent =
                switch (over) {
                    case STREAM -> stream.recentThenAdd(probe.hInit());
                    case QUESTION -> PastScores.last(step, WINDOW);
                };
        return new TauRule(name(), rule.threshold(debt, recent, probe.hInit()))
                .decide(Optional.of(probe));
    }

    private Decision withoutProbe(double debt) {
        double due = rule.due(debt);
        boolean large = due > 0 && debt >= 0;
        return new Decision(
                large ? Writer.LARGE : Writer.SMALL,
                name(),
                Double.NaN,
                Double.NaN,
                false,
                large ? "no probe, and large is due" : "no probe, and large is ahead");
    }

    @Override
    public void kept(Step step) {
        if (over == Over.STREAM) {
            stream.add(step);
        }
    }

    /** Whether both hold the same share in the same way; what they have counted does not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TargetShare share
                && rule.equals(share.rule)
                && over == share.over
                && of == share.of;
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, over, of);
    }

    @Override
    public String toString() {
        return name();
    }
}
