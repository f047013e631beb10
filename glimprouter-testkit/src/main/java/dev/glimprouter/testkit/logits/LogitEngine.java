package dev.glimprouter.testkit.logits;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.question.Message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** An engine that owns tokens and logits, whose model is a function. Thread safe. */
public final class LogitEngine implements Engine {

    private static final int CONTEXT = 4096;

    private final String name;
    private final Words words;
    private final LogitModel model;
    private final IntConsumer evaluating;
    private final List<Integer> batches = new ArrayList<>();

    /**
     * An engine.
     *
     * @param evaluating hears of each batch before it is evaluated: how many tokens it has
     */
    public LogitEngine(String name, Words words, LogitModel model, IntConsumer evaluating) {
        this.name = name;
        this.words = words;
        this.model = model;
        this.evaluating = evaluating;
    }

    /** How many tokens a conversation and an opening have. */
    public static int head(Words words, Prompt prompt) {
        return ids(words, prompt).length;
    }

    private static int[] ids(Words words, Prompt prompt) {
        StringBuilder text = new StringBuilder();
        for (Message message : prompt.messages()) {
            text.append(message.content());
        }
        return words.ids(text + prompt.opening());
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo("logits", "1", name, words.size(), CONTEXT, 0);
    }

    /** As the embedded engine on a processor does. */
    @Override
    public boolean sharesProcessor() {
        return true;
    }

    @Override
    public TokenSession open(Prompt head) {
        return new LogitSession(this, ids(words, head));
    }

    /** The sizes of all batches so far, in order. */
    public List<Integer> batches() {
        synchronized (batches) {
            return List.copyOf(batches);
        }
    }

    void evaluate(int tokens) {
        evaluating.accept(tokens);
        synchronized (batches) {
            batches.add(tokens);
        }
    }

    Words words() {
        return words;
    }

    LogitModel model() {
        return model;
    }

    int context() {
        return CONTEXT;
    }

    @Override
    public void close() {}
}
