package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.error.RequestException;

import java.util.concurrent.locks.ReentrantLock;

/** One model in this process. */
public final class LlamaEngine implements Engine {

    private final EngineInfo info;
    private final LoadedModel model;
    private final Tokenizer tokenizer;
    private final Capacity capacity;
    private final HeadRenderer heads;
    private final ReentrantLock lock;
    private boolean closed;

    LlamaEngine(
            EngineInfo info,
            LoadedModel model,
            Tokenizer tokenizer,
            Capacity capacity,
            HeadRenderer heads) {
        this.info = info;
        this.model = model;
        this.tokenizer = tokenizer;
        this.capacity = capacity;
        this.heads = heads;
        this.lock = model.pool().lock();
    }

    @Override
    public EngineInfo info() {
        return info;
    }

    @Override
    public TokenSession open(Prompt prompt) {
        int[] head = heads.render(prompt, tokenizer);
        if (head.length >= capacity.sessionTokens()) {
            throw new RequestException(
                    "The question takes %d tokens and the context has %d: shorten it or raise --context."
                            .formatted(head.length, capacity.sessionTokens()));
        }
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the engine is closed");
            }
            IntList text = IntList.of(head);
            return new LlamaSession(
                    model,
                    tokenizer,
                    capacity,
                    model.pool().takeForSession(text),
                    text,
                    head.length,
                    false);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            lock.unlock();
        }
        DecodeLoop.shared()
                .call(
                        () -> {
                            model.free();
                            return true;
                        });
    }
}
