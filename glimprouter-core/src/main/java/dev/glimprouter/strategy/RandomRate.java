package dev.glimprouter.strategy;

import dev.glimprouter.engine.RandomKey;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import java.util.Optional;

/**
 * The control for every other policy: large writes a step with a given probability, without a
 * glimpse.
 *
 * <p>The draw derives from seed, question, repeat, step and {@code stream} alone, so that neither
 * concurrency nor the other policies change it, and it shares nothing with the draws of tokens. It
 * has an opinion on every step.
 *
 * @param rate probability that large writes, 0 to 1
 * @param stream which of the independent sequences of draws, from 0: two policies with the same
 *     number draw alike
 */
public record RandomRate(double rate, int stream) implements RoutingPolicy {

    private static final double UNIT = 0x1.0p-53;

    /** Checks ranges. */
    public RandomRate {
        Ranges.require("rate", rate, 0, 1);
        Ranges.require("stream", stream, 0, Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        return "random(rate=%s, stream=%d)".formatted(rate, stream);
    }

    @Override
    public Optional<Decision> decide(StepView step) {
        double draw = draw(step);
        boolean large = draw < rate;
        return Optional.of(
                new Decision(
                        large ? Writer.LARGE : Writer.SMALL,
                        name(),
                        draw,
                        rate,
                        true,
                        large ? "draw < rate" : "draw >= rate"));
    }

    /** A number from 0 to 1, 1 excluded. */
    private double draw(StepView step) {
        RandomKey key =
                new RandomKey(
                        step.config().seed(),
                        step.question().id() + "\0random\0" + stream,
                        step.config().repeat(),
                        step.index(),
                        Writer.SMALL,
                        0);
        return (key.derive() >>> 11) * UNIT;
    }
}
