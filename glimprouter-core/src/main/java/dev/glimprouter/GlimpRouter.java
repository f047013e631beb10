package dev.glimprouter;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.internal.RouteLoop;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import java.util.Map;

/**
 * Has a small and a large model write one chain of thought together.
 *
 * <p>Thread safe: any number of questions may run at the same time. The engines belong to the
 * caller.
 *
 * @param engines the models by role; a strategy of one model needs only that one
 * @param strategy how steps get written
 * @param config the rules that every strategy shares
 * @param time the clock
 */
public record GlimpRouter(
        Map<Writer, Engine> engines, Strategy strategy, RouterConfig config, Time time) {

    /** Checks that every model that the strategy needs is there. */
    public GlimpRouter {
        engines = Map.copyOf(engines);
        for (Writer writer : config.models(strategy)) {
            if (!engines.containsKey(writer)) {
                throw missing(strategy, writer);
            }
        }
    }

    /** The paper's router: H_init against tau = 1.0 nats, default rules. */
    public static GlimpRouter of(Engine small, Engine large) {
        return new GlimpRouter(
                Map.of(Writer.SMALL, small, Writer.LARGE, large),
                new ProbeThenDispatch(new EntropyThreshold(EntropyThreshold.DEFAULT_TAU)),
                RouterConfig.DEFAULT,
                Time.system());
    }

    /**
     * The engine of a role.
     *
     * @throws SetupException if there is none
     */
    public Engine engine(Writer writer) {
        Engine engine = engines.get(writer);
        if (engine == null) {
            throw missing(strategy, writer);
        }
        return engine;
    }

    private static SetupException missing(Strategy strategy, Writer writer) {
        return new SetupException(
                "The strategy %s needs a %s model."
                        .formatted(strategy.name(), writer == Writer.SMALL ? "small" : "large"));
    }

    /** The same with another strategy. */
    public GlimpRouter withStrategy(Strategy newStrategy) {
        return new GlimpRouter(engines, newStrategy, config, time);
    }

    /** The same under other rules. */
    public GlimpRouter withConfig(RouterConfig newConfig) {
        return new GlimpRouter(engines, strategy, newConfig, time);
    }

    /** Answers a question. */
    public Result ask(Question question) {
        return ask(question, _ -> {}, new Cancellation());
    }

    /**
     * Answers a question while {@code listener} hears what happens.
     *
     * @throws CancelledException if {@code cancellation} was requested before the answer was
     *     complete
     * @throws dev.glimprouter.error.GlimpRouterException if an engine failed; the listener has
     *     heard every finished step and the failure
     */
    public Result ask(Question question, RouteListener listener, Cancellation cancellation) {
        return new RouteLoop(this, question, listener, cancellation).run();
    }
}
