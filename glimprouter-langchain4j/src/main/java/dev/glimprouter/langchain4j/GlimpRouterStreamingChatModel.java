package dev.glimprouter.langchain4j;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

import java.util.List;

/**
 * A small and a large model as one streaming chat model of LangChain4j.
 *
 * <p>Reasoning comes as partial thinking, the answer as partial responses, both as they are
 * written; drafts come once they are kept, so that nothing is taken back. All calls of one handler
 * come from one virtual thread, which waits for them. Cancelling the handle ends the writing, and
 * nothing more is told. For all else see {@link GlimpRouterChatModel}.
 */
public final class GlimpRouterStreamingChatModel implements StreamingChatModel {

    private final Setup setup;

    private GlimpRouterStreamingChatModel(Setup setup) {
        this.setup = setup;
    }

    /** Begins a model. */
    public static GlimpRouterModelBuilder<GlimpRouterStreamingChatModel> builder() {
        return new GlimpRouterModelBuilder<>(GlimpRouterStreamingChatModel::new);
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        Plan plan = Errors.mapped(() -> setup.plan(request));
        Thread.ofVirtual().name("glimprouter-chat").start(new StreamedChat(plan, handler));
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
