package dev.glimprouter.eval.run;

import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.Halves;

import java.util.Optional;

/**
 * Which problems of a dataset are asked: a half, then a sample of that.
 *
 * @param side which half; empty for both
 * @param draw which sample; empty for all
 */
public record Selection(Optional<Side> side, Optional<Draw> draw) {

    /** Every problem. */
    public static final Selection ALL = new Selection(Optional.empty(), Optional.empty());

    /** The halves of a dataset. */
    public enum Half {
        /** To choose thresholds on. */
        CALIBRATION,
        /** To report. */
        TEST
    }

    /**
     * One half.
     *
     * @param half which
     * @param seed of the split
     */
    public record Side(Half half, long seed) {}

    /**
     * A sample.
     *
     * @param count how many problems
     * @param seed of the draw
     */
    public record Draw(int count, long seed) {}

    /**
     * The problems.
     *
     * @throws dev.glimprouter.error.RequestException if there are not so many
     */
    public Dataset from(Dataset whole) {
        Dataset part = side.map(one -> half(whole.halves(one.seed()), one.half())).orElse(whole);
        return draw.map(sample -> part.sample(sample.count(), sample.seed())).orElse(part);
    }

    private static Dataset half(Halves halves, Half half) {
        return switch (half) {
            case CALIBRATION -> halves.calibration();
            case TEST -> halves.test();
        };
    }
}
