package dev.glimprouter.strategy;

import dev.glimprouter.glimpse.LikelyToken;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps a draft that large rates highly, with a digit from 0 to 9 (SpecReason, arXiv 2504.07891).
 *
 * @param threshold least digit, 0 to 9
 * @param scoring how the digit is read
 */
public record SpecReason(double threshold, Scoring scoring) implements Verifier {

    /** That of the original's code; its script for the paper has 9. */
    public static final double DEFAULT_THRESHOLD = 7;

    /** How many of the likeliest tokens the original looks at. */
    private static final int LIKELIEST = 10;

    /** How large's digit is read. */
    public enum Scoring {
        /** Its likeliest token; what is no digit counts as 0. */
        GREEDY(SpecReason::greedy),
        /** The mean of the digits among its ten likeliest tokens, by their probabilities. */
        AVERAGE(SpecReason::average);

        @SuppressWarnings("ImmutableEnumChecker") // a reference to a method without state
        private final Function<Opinion.Said, OptionalDouble> score;

        Scoring(Function<Opinion.Said, OptionalDouble> score) {
            this.score = score;
        }
    }

    /** Checks the range. */
    public SpecReason {
        Ranges.require("threshold", threshold, 0, 9);
    }

    @Override
    public String name() {
        return "specreason";
    }

    @Override
    public List<String> parameters() {
        return List.of("threshold=" + threshold, "scoring=" + Words.of(scoring));
    }

    @Override
    public Set<Writer> judges() {
        return Set.of(Writer.LARGE);
    }

    @Override
    public Verdict verify(DraftView view) {
        Bar bar = new Bar(name(), "score", threshold);
        return Hearing.of(view, Writer.LARGE, Hearing.RATE_IT, bar, scoring.score);
    }

    private static OptionalDouble greedy(Opinion.Said said) {
        return OptionalDouble.of(Wording.digit(said.word()).orElse(0));
    }

    private static OptionalDouble average(Opinion.Said said) {
        double weights = 0;
        double sum = 0;
        for (LikelyToken token : said.likeliest().stream().limit(LIKELIEST).toList()) {
            OptionalDouble digit = Wording.digit(token.text());
            if (digit.isPresent()) {
                weights += token.probability();
                sum += token.probability() * digit.getAsDouble();
            }
        }
        return weights > 0 ? OptionalDouble.of(sum / weights) : OptionalDouble.empty();
    }
}
