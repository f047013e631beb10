package dev.glimprouter.cli;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Session;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * A model that could not be reached at the start; every generation tries to reach it until that
 * works.
 */
final class LateEngine implements Engine {

    private final String model;
    private final Supplier<Engine> opening;
    private @Nullable Engine engine;
    private boolean closed;

    /**
     * A model to be opened later.
     *
     * @param model its name
     * @param opening opens it, or throws {@link dev.glimprouter.error.RetryableException}
     */
    LateEngine(String model, Supplier<Engine> opening) {
        this.model = model;
        this.opening = opening;
    }

    @Override
    public synchronized EngineInfo info() {
        return engine == null ? new EngineInfo("not reached", "", model, 0, 0, 0) : engine.info();
    }

    @Override
    public Session open(Prompt head) {
        return new LateSession(this, head);
    }

    /** The model itself, opened if it was not yet. */
    synchronized Engine reach() {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        if (engine == null) {
            engine = opening.get();
        }
        return engine;
    }

    @Override
    public synchronized void forget() {
        if (engine != null) {
            engine.forget();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (engine != null) {
            engine.close();
        }
    }
}
