package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Embedder;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.llamacpp.internal.ffm.Embeddings;
import dev.glimprouter.llamacpp.internal.ffm.Llama;
import dev.glimprouter.llamacpp.internal.ffm.Llama.ContextOptions;
import dev.glimprouter.llamacpp.internal.ffm.NativeBatch;
import dev.glimprouter.llamacpp.internal.ffm.NativeLog;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The mean of a model's last hidden states over a text, as a vector of length 1. It has a small
 * context of its own beside that of the sessions, on the same weights.
 */
final class LlamaEmbedder implements Embedder {

    /** Tokens of a text that count: more than nearly all steps have. */
    private static final int MOST_TOKENS = 256;

    private final Llama llama;
    private final Embeddings embeddings;
    private final MemorySegment context;
    private final DecodeLoop loop;
    private final Tokenizer tokenizer;
    private final int width;
    private final int mostTokens;
    private final NativeBatch batch;

    /** On the decode thread. */
    private boolean freed;

    private LlamaEmbedder(
            Llama llama,
            Embeddings embeddings,
            MemorySegment context,
            DecodeLoop loop,
            Tokenizer tokenizer,
            int width,
            int mostTokens) {
        this.llama = llama;
        this.embeddings = embeddings;
        this.context = context;
        this.loop = loop;
        this.tokenizer = tokenizer;
        this.width = width;
        this.mostTokens = mostTokens;
        this.batch = new NativeBatch(mostTokens);
    }

    /** Makes one on the weights of a model that lives longer; waits for the decode thread. */
    static LlamaEmbedder open(
            Llama llama, MemorySegment model, DecodeLoop loop, Tokenizer tokenizer, int threads) {
        return loop.call(() -> make(llama, model, loop, tokenizer, threads));
    }

    private static LlamaEmbedder make(
            Llama llama, MemorySegment model, DecodeLoop loop, Tokenizer tokenizer, int threads) {
        int tokens = Math.min(MOST_TOKENS, tokenizer.vocabulary().trainedContext());
        Embeddings embeddings = llama.embeddings();
        NativeLog.clear();
        MemorySegment context =
                llama.newEmbeddingContext(
                        model,
                        new ContextOptions(tokens, tokens, 1, threads, true, llama.newAbortFlag()));
        if (context.address() == 0) {
            throw new SetupException(
                    "llama.cpp cannot make a context for embeddings: %s. Do without them."
                            .formatted(NativeLog.last()));
        }
        try {
            if (!embeddings.formsMeans(context)) {
                throw new SetupException(
                        "llama.cpp %s forms no means of embeddings. Do without them."
                                .formatted(llama.version()));
            }
            llama.attachPool(context, llama.pools().of(loop.name(), threads));
            int width = embeddings.width(model);
            return new LlamaEmbedder(llama, embeddings, context, loop, tokenizer, width, tokens);
        } catch (RuntimeException | Error failure) {
            llama.freeContext(context);
            throw failure;
        }
    }

    @Override
    public float[] embed(String text) {
        if (text.isBlank()) {
            throw new RequestException("A text without words is about nothing: embed another one.");
        }
        return loop.call(() -> evaluate(text));
    }

    private float[] evaluate(String text) {
        if (freed) {
            throw new IllegalStateException("the embedder is closed");
        }
        int[] ids = tokenizer.withBos(IntList.of(tokenizer.text(text))).toArray();
        MemorySegment memory = llama.memory(context);
        embeddings.clear(memory);
        batch.clear();
        for (int i = 0; i < Math.min(ids.length, mostTokens); i++) {
            batch.add(ids[i], i, 0, true);
        }
        float[] vector = new float[width];
        if (llama.decode(context, batch) != 0 || !embeddings.copy(context, vector)) {
            throw new RetryableException("llama.cpp could not embed a text: try again.");
        }
        return ofLengthOne(vector);
    }

    private static float[] ofLengthOne(float[] vector) {
        double squares = 0;
        for (float each : vector) {
            squares += (double) each * each;
        }
        if (!(squares > 0) || !Double.isFinite(squares)) {
            throw new SetupException(
                    "The model's embedding has no direction: check the file or pull it again.");
        }
        double length = Math.sqrt(squares);
        float[] scaled = Arrays.copyOf(vector, vector.length);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (scaled[i] / length);
        }
        return scaled;
    }

    /** Frees the context; waits for the decode thread. Once is enough. */
    @Override
    public void close() {
        loop.runUnlessStopping(this::free);
    }

    private void free() {
        if (!freed) {
            freed = true;
            llama.freeContext(context);
        }
    }
}
