package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Embedder;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.llamacpp.BatchStatistics;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** One model in this process. */
public final class LlamaEngine implements Engine {

    private final EngineInfo info;
    private final LoadedModel model;
    private final Tokenizer tokenizer;
    private final Capacity capacity;
    private final HeadRenderer heads;
    private final Supplier<LlamaEmbedder> embedding;
    private final List<LlamaEmbedder> embedders = new CopyOnWriteArrayList<>();

    /** Held for reading while a head is rendered, so that the vocabulary is not freed meanwhile. */
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

    LlamaEngine(
            EngineInfo info,
            LoadedModel model,
            Tokenizer tokenizer,
            Capacity capacity,
            HeadRenderer heads,
            Supplier<LlamaEmbedder> embedding) {
        this.info = info;
        this.model = model;
        this.tokenizer = tokenizer;
        this.capacity = capacity;
        this.heads = heads;
        this.embedding = embedding;
    }

    @Override
    public EngineInfo info() {
        return info;
    }

    @Override
    public boolean sharesProcessor() {
        return model.sharesProcessor();
    }

    /** How full the batches were so far. */
    BatchCounters counters() {
        return model.counters();
    }

    /** How full the batches were so far, as a value. */
    public BatchStatistics statistics() {
        return model.counters().statistics();
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    LoadedModel model() {
        return model;
    }

    @Override
    public TokenSession open(Prompt prompt) {
        life.readLock().lock();
        try {
            requireOpen();
            return open(Text.of(heads.render(prompt, tokenizer)));
        } finally {
            life.readLock().unlock();
        }
    }

    private TokenSession open(Text head) {
        if (head.size() == 0) {
            throw new RequestException("The prompt has no text: give it a message.");
        }
        if (head.size() >= capacity.sessionTokens()) {
            throw new RequestException(
                    "The question takes %d tokens and the context has %d: shorten it or raise --context."
                            .formatted(head.size(), capacity.sessionTokens()));
        }
        ReentrantLock lock = model.pool().lock();
        lock.lock();
        try {
            Sequence sequence = model.pool().takeForSession(head.tokens());
            return new LlamaSession(
                    model, tokenizer, heads, capacity, sequence, head, head.size(), false);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Embedder> embedder() {
        life.readLock().lock();
        try {
            requireOpen();
            LlamaEmbedder embedder = embedding.get();
            embedders.add(embedder);
            return Optional.of(embedder);
        } finally {
            life.readLock().unlock();
        }
    }

    private void requireOpen() {
        if (model.isClosed()) {
            throw new IllegalStateException("the engine is closed");
        }
    }

    @Override
    public void forget() {
        model.forget();
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            embedders.forEach(LlamaEmbedder::close);
            model.close();
        } finally {
            life.writeLock().unlock();
        }
    }
}
