package dev.glimprouter.langchain4j;

import dev.glimprouter.Delivery;
import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.time.Time;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a chat model was built from.
 *
 * @param modelName the name that it is known by
 * @param engines the models by role
 * @param strategies makes a strategy for each question
 * @param rules the rules
 * @param instruction what comes before the system message, blank for nothing
 * @param defaults what holds where a request says nothing else; they hold a name
 * @param listeners who hears of requests and responses
 * @param time the clock
 */
record Setup(
        String modelName,
        Map<Writer, Engine> engines,
        StrategySource strategies,
        RouterConfig rules,
        String instruction,
        GlimpRouterChatRequestParameters defaults,
        List<ChatModelListener> listeners,
        Time time) {

    Setup {
        engines = Map.copyOf(engines);
        listeners = List.copyOf(listeners);
    }

    /** What is to be done for a request. */
    Plan plan(ChatRequest request) {
        GlimpRouterChatRequestParameters wanted = defaults.overrideWith(request.parameters());
        Delivery delivery =
                new Delivery(
                        router(wanted),
                        new Conversation(instruction).question(request.messages()),
                        Optional.ofNullable(wanted.stopSequences()).orElse(List.of()));
        return new Plan(delivery, wanted.modelName());
    }

    /** The router for a request. */
    GlimpRouter router(GlimpRouterChatRequestParameters wanted) {
        Unsupported.refuse(wanted);
        ModelName.Asked asked = new ModelName(modelName).read(wanted.modelName());
        Strategy strategy = strategies.strategy(asked.of(wanted));
        return new GlimpRouter(engines, strategy, new Limits(rules).within(wanted), time);
    }
}
