package dev.glimprouter.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A handler that remembers what it was told. To be read once the calling thread has ended. */
final class Heard implements StreamingChatResponseHandler {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final Set<Thread> threads = new LinkedHashSet<>();
    private final Set<String> kinds = new LinkedHashSet<>();
    private final List<String> thinking = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private Optional<ChatResponse> response = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private int calls;
    private int last = Integer.MAX_VALUE;

    /** Cancels in this call, counted from 1. */
    Heard cancellingAfter(int partialCalls) {
        last = partialCalls;
        return this;
    }

    /** Waits for the end of the thread that calls it. */
    void await() {
        try {
            begun.await();
            threads.iterator().next().join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void called(String kind) {
        calls++;
        kinds.add(kind);
        threads.add(Thread.currentThread());
        begun.countDown();
    }

    private void called(String kind, StreamingHandle handle) {
        called(kind);
        if (calls == last) {
            handle.cancel();
        }
    }

    @Override
    public void onPartialThinking(PartialThinking piece, PartialThinkingContext context) {
        thinking.add(piece.text());
        called("thinking", context.streamingHandle());
    }

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        text.add(piece.text());
        called("text", context.streamingHandle());
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
        response = Optional.of(complete);
        called("complete");
    }

    @Override
    public void onError(Throwable error) {
        failure = Optional.of(error);
        called("error");
    }

    int calls() {
        return calls;
    }

    Set<Thread> threads() {
        return threads;
    }

    /** The kinds of calls in the order of their first. */
    Set<String> kinds() {
        return kinds;
    }

    String thinking() {
        return String.join("", thinking);
    }

    String text() {
        return String.join("", text);
    }

    ChatResponse response() {
        return response.orElseThrow();
    }

    Throwable failure() {
        return failure.orElseThrow();
    }
}
