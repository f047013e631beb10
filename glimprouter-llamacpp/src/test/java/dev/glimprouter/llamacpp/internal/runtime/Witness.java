package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.error.GlimpRouterException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A job that looks at something on the decode thread when its turn has come. */
final class Witness extends Job {

    private final LongSupplier look;
    private final CompletableFuture<Long> seen = new CompletableFuture<>();

    private Witness(Sequence sequence, Text text, LongSupplier look) {
        super(sequence, text);
        this.look = look;
    }

    /** Leaves the job of evaluating some tokens with a model. */
    static Witness submit(LlamaEngine engine, LongSupplier look, int... ids) {
        LoadedModel model = engine.model();
        model.pool().lock().lock();
        try {
            Text text = Text.of(ids);
            Witness job = new Witness(model.pool().takeForSession(text.tokens()), text, look);
            model.submit(job);
            return job;
        } finally {
            model.pool().lock().unlock();
        }
    }

    long seen() throws Exception {
        return seen.get(60, TimeUnit.SECONDS);
    }

    @Override
    int wanted() {
        return given() - 1;
    }

    @Override
    boolean isOver() {
        return seen.isDone();
    }

    @Override
    boolean isReady() {
        return !isOver();
    }

    @Override
    void take(float[] logits) {
        seen.complete(look.getAsLong());
    }

    @Override
    void fail(GlimpRouterException failure) {
        seen.completeExceptionally(failure);
    }

    @Override
    void cancel() {
        seen.cancel(false);
    }

    @Override
    void report(Work work) {
        leave(work);
    }

    @Override
    void decoded(int count) {
        throw new IllegalStateException("it generates nothing");
    }
}
