package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.engine.Sampling;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.RouterConfig;

import java.util.Locale;

/** One way to answer that is compared with others. */
enum Arm {
    CLEAN,
    OFFICIAL,
    /** The clean mode where large reads ahead and begins each step while small is glimpsed. */
    OVERLAP;

    /** The rules, with nothing drawn. */
    RouterConfig rules() {
        RouterConfig greedy = RouterConfig.DEFAULT.withSampling(Sampling.GREEDY);
        return switch (this) {
            case CLEAN -> greedy;
            case OFFICIAL -> greedy.withMode(Mode.OFFICIAL);
            case OVERLAP -> greedy.withAhead(true).withRace(true);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
