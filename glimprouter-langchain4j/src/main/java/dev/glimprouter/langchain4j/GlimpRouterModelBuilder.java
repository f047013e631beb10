package dev.glimprouter.langchain4j;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.expression.StrategyText;
import dev.glimprouter.time.Time;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Builds a chat model. Not thread safe.
 *
 * @param <M> the kind of model
 */
public final class GlimpRouterModelBuilder<M> {

    private final Function<Setup, M> maker;
    private final Map<Writer, Engine> engines = new EnumMap<>(Writer.class);
    private String modelName = "glimprouter";
    private StrategySource strategies = StrategySource.of(StrategyText.NONE);
    private RouterConfig config = RouterConfig.DEFAULT;
    private String instruction = Question.INSTRUCTION;
    private ChatRequestParameters defaults = DefaultChatRequestParameters.EMPTY;
    private List<ChatModelListener> listeners = List.of();

    GlimpRouterModelBuilder(Function<Setup, M> maker) {
        this.maker = maker;
    }

    /** The small model; not needed for strategies of large alone. */
    public GlimpRouterModelBuilder<M> small(Engine engine) {
        engines.put(Writer.SMALL, engine);
        return this;
    }

    /** The large model; not needed for strategies of small alone. */
    public GlimpRouterModelBuilder<M> large(Engine engine) {
        engines.put(Writer.LARGE, engine);
        return this;
    }

    /**
     * How steps get written, as one writes it on the command line, such as {@code glimpse(tau=0.8)}
     * (default: {@code glimpse}).
     */
    public GlimpRouterModelBuilder<M> strategy(String expression) {
        strategies = StrategySource.of(new StrategyText(Optional.of(expression), Optional.empty()));
        return this;
    }

    /** How steps get written: a new strategy for each question, for those that remember. */
    public GlimpRouterModelBuilder<M> strategy(Supplier<? extends Strategy> maker) {
        strategies = StrategySource.of(maker);
        return this;
    }

    /** The rules (default: the paper's); requests may tighten their limits. */
    public GlimpRouterModelBuilder<M> config(RouterConfig rules) {
        config = rules;
        return this;
    }

    /**
     * What comes before the system message (default: {@link Question#INSTRUCTION}); blank for
     * nothing, as models want it that were trained to reason.
     */
    public GlimpRouterModelBuilder<M> instruction(String text) {
        instruction = text;
        return this;
    }

    /** The name that requests and responses know it by (default: {@code glimprouter}). */
    public GlimpRouterModelBuilder<M> modelName(String name) {
        modelName = name;
        return this;
    }

    /** What holds where a request says nothing else. */
    public GlimpRouterModelBuilder<M> defaultRequestParameters(ChatRequestParameters parameters) {
        defaults = parameters;
        return this;
    }

    /** Who hears of requests, responses and errors. */
    public GlimpRouterModelBuilder<M> listeners(List<ChatModelListener> all) {
        listeners = all;
        return this;
    }

    /**
     * The model.
     *
     * @throws dev.langchain4j.exception.UnsupportedFeatureException if the default parameters hold
     *     what cannot be honoured
     * @throws dev.langchain4j.exception.LangChain4jException if something else is wrong with them,
     *     or a model is missing that the strategy needs
     */
    public M build() {
        Setup setup =
                new Setup(
                        modelName,
                        engines,
                        strategies,
                        config,
                        instruction,
                        GlimpRouterChatRequestParameters.named(modelName).overrideWith(defaults),
                        listeners,
                        Time.system());
        Errors.mapped(() -> setup.router(setup.defaults()));
        return maker.apply(setup);
    }
}
