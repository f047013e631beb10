package dev.glimprouter.eval.plan;

import dev.glimprouter.reasoning.Writer;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How long everything takes on one machine, in seconds. What a question takes is linear in its
 * {@link Work}, but for drafted tokens of which nothing was measured.
 *
 * @param small the small model
 * @param large the large model
 * @param glimpseSeconds of a glimpse, beside prefill and decoding
 * @param verdictSeconds of a verdict, beside prefill
 * @param roundSeconds of a batch that verifies drafted tokens; empty where none was measured: it is
 *     then taken as one token of large's or its tokens as a prompt, whichever is longer
 * @param togetherShare what a token takes that small writes beside other drafts of the step, as a
 *     share of one that it writes alone; 1 where none was measured
 * @param requestSeconds of a request, such as a network's round trip
 * @param questionSeconds of each question, beside everything else
 */
public record Speeds(
        Pace small,
        Pace large,
        double glimpseSeconds,
        double verdictSeconds,
        OptionalDouble roundSeconds,
        double togetherShare,
        double requestSeconds,
        double questionSeconds) {

    /** Nothing is known. */
    public static final Speeds UNKNOWN =
            new Speeds(Pace.UNKNOWN, Pace.UNKNOWN, 0, 0, OptionalDouble.empty(), 1, 0, 0);

    /** Checks for nulls and negative times. */
    public Speeds {
        Objects.requireNonNull(small, "small");
        Objects.requireNonNull(large, "large");
        Objects.requireNonNull(roundSeconds, "roundSeconds");
        if (!(glimpseSeconds >= 0 && verdictSeconds >= 0 && togetherShare >= 0)
                || !(requestSeconds >= 0 && questionSeconds >= 0)) {
            throw new IllegalArgumentException("times must not be negative");
        }
    }

    /** The pace of a model. */
    public Pace of(Writer writer) {
        return writer == Writer.SMALL ? small : large;
    }

    /** The same with another pace of a model. */
    public Speeds with(Writer writer, Pace pace) {
        return new Speeds(
                writer == Writer.SMALL ? pace : small,
                writer == Writer.LARGE ? pace : large,
                glimpseSeconds,
                verdictSeconds,
                roundSeconds,
                togetherShare,
                requestSeconds,
                questionSeconds);
    }

    /** The same with another time of a glimpse, in seconds. */
    public Speeds withGlimpseSeconds(double seconds) {
        return new Speeds(
                small,
                large,
                seconds,
                verdictSeconds,
                roundSeconds,
                togetherShare,
                requestSeconds,
                questionSeconds);
    }

    /** The same with another time of a request, in seconds. */
    public Speeds withRequestSeconds(double seconds) {
        return new Speeds(
                small,
                large,
                glimpseSeconds,
                verdictSeconds,
                roundSeconds,
                togetherShare,
                seconds,
                questionSeconds);
    }

    /** How many times as fast as large small decodes. */
    public double ratio() {
        return large.decodeSeconds() / small.decodeSeconds();
    }

    /** The same with a small model that is so many times as fast as large, reading likewise. */
    public Speeds withRatio(double ratio) {
        return with(Writer.SMALL, small.faster(ratio / ratio()));
    }

    /** What some work takes. */
    public Split of(Work work) {
        double drafting = work.large().draftedTokens() * small.decodeSeconds();
        return new Split(
                prefill(work.small(), small),
                decode(work.small(), small) + (work.large().draftedTokens() > 0 ? drafting : 0),
                prefill(work.large(), large),
                decode(work.large(), large) + verification(work.large()),
                work.glimpses() * glimpseSeconds,
                (work.small().verdicts() + work.large().verdicts()) * verdictSeconds,
                (work.small().requests() + work.large().requests()) * requestSeconds
                        + questionSeconds);
    }

    /** Nothing read takes no time, also where the pace is not known. */
    private static double prefill(Load load, Pace pace) {
        double tokens = load.promptTokens() > 0 ? load.promptTokens() * pace.promptSeconds() : 0;
        return tokens + load.prefills() * pace.prefillSeconds();
    }

    private double decode(Load load, Pace pace) {
        double tokens = load.decodedTokens() + load.togetherTokens() * togetherShare;
        return tokens > 0 ? tokens * pace.decodeSeconds() : 0;
    }

    private double verification(Load load) {
        if (load.rounds() == 0) {
            return 0;
        }
        double tokens = load.draftedTokens() / load.rounds() + 1;
        double round = Math.max(large.decodeSeconds(), tokens * large.promptSeconds());
        return load.rounds() * roundSeconds.orElse(round);
    }
}
