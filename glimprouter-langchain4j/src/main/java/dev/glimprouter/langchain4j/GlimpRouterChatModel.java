package dev.glimprouter.langchain4j;

import dev.glimprouter.time.Cancellation;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;

import java.util.List;

/**
 * A small and a large model as one chat model of LangChain4j.
 *
 * <p>The reasoning is the thinking of the answer's message; {@link GlimpRouterChatResponseMetadata}
 * tells who wrote it. What cannot be honoured (tools, response formats, anything but text,
 * penalties) is refused as an {@link dev.langchain4j.exception.UnsupportedFeatureException} that
 * names it. Interrupting the thread that waits for the answer ends the writing. Failures are
 * LangChain4j's exceptions, with ours as their cause.
 *
 * <p>Thread safe; the engines belong to the caller, and take as many questions at a time as they
 * were opened for.
 */
public final class GlimpRouterChatModel implements ChatModel {

    private final Setup setup;

    private GlimpRouterChatModel(Setup setup) {
        this.setup = setup;
    }

    /** Begins a model. */
    public static GlimpRouterModelBuilder<GlimpRouterChatModel> builder() {
        return new GlimpRouterModelBuilder<>(GlimpRouterChatModel::new);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        Plan plan = Errors.mapped(() -> setup.plan(request));
        Cancellation cancellation = new Cancellation();
        return Interruptible.call(
                () -> new ChatRun(plan, new ChatRun.Reader() {}).answer(cancellation),
                cancellation);
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return setup.defaults();
    }

    @Override
    public List<ChatModelListener> listeners() {
        return setup.listeners();
    }
}
