package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;

/**
 * What has been written so far, and by whom.
 *
 * @param steps kept steps
 * @param largeSteps those of them by large
 * @param tokens kept tokens
 * @param largeTokens those of them by large
 */
record ShareTally(long steps, long largeSteps, long tokens, long largeTokens) {

    static final ShareTally NONE = new ShareTally(0, 0, 0, 0);

    static ShareTally of(Reasoning reasoning) {
        return new ShareTally(
                reasoning.steps().size(),
                reasoning.stepsBy(Writer.LARGE),
                reasoning.tokens(),
                reasoning.tokensBy(Writer.LARGE));
    }

    ShareTally plus(Step step) {
        int large = step.writer() == Writer.LARGE ? 1 : 0;
        return new ShareTally(
                steps + 1,
                largeSteps + large,
                tokens + step.tokens(),
                largeTokens + (long) large * step.tokens());
    }

    /** How many steps large has yet to write for its share; negative if it wrote too many. */
    double debt(double rate, TargetShare.Of unit) {
        return switch (unit) {
            case STEPS -> rate * steps - largeSteps;
            case TOKENS -> tokens == 0 ? 0 : (rate * tokens - largeTokens) * steps / tokens;
        };
    }
}
