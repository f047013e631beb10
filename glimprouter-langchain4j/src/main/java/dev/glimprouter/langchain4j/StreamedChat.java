package dev.glimprouter.langchain4j;

import dev.glimprouter.time.Cancellation;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;

/**
 * One answer, told to a handler as it is written.
 *
 * <p>What a handler throws is told to the handler itself, and the answer goes on, as LangChain4j's
 * contract has it; what it throws when it is told an error is logged. Once it has cancelled it
 * hears nothing more.
 */
final class StreamedChat implements Runnable, ChatRun.Reader, StreamingHandle {

    private static final System.Logger LOG = System.getLogger(StreamedChat.class.getName());

    private final Plan plan;
    private final StreamingChatResponseHandler handler;
    private final Cancellation cancellation = new Cancellation();

    StreamedChat(Plan plan, StreamingChatResponseHandler handler) {
        this.plan = plan;
        this.handler = handler;
    }

    @Override
    public void run() {
        ChatResponse response;
        try {
            response = new ChatRun(plan, this).answer(cancellation);
        } catch (RuntimeException | Error failure) {
            if (!isCancelled()) {
                failed(Errors.of(failure));
            }
            return;
        }
        tell(() -> handler.onCompleteResponse(response));
    }

    @Override
    public void thinking(String piece) {
        tell(
                () ->
                        handler.onPartialThinking(
                                new PartialThinking(piece), new PartialThinkingContext(this)));
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public void text(String piece) {
        tell(
                () ->
                        handler.onPartialResponse(
                                new PartialResponse(piece), new PartialResponseContext(this)));
    }

    @Override
    public void cancel() {
        cancellation.cancel();
    }

    @Override
    public boolean isCancelled() {
        return cancellation.isCancelled();
    }

    private void tell(Runnable call) {
        if (isCancelled()) {
            return;
        }
        try {
            call.run();
        } catch (RuntimeException thrown) {
            failed(thrown);
        }
    }

    private void failed(Throwable failure) {
        try {
            handler.onError(failure);
        } catch (RuntimeException thrown) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A handler failed when it was told an error.",
                    thrown);
        }
    }
}
