package dev.glimprouter.cli;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineHealth;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Session;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A model that could not be reached at the start; generations try to reach it until that works. */
final class LateEngine implements Engine {

    private final String model;
    private final Reopening reopening;
    private volatile @Nullable Engine engine;
    private boolean closed;

    /**
     * A model to be opened later.
     *
     * @param model its name
     * @param reopening opens it
     */
    LateEngine(String model, Reopening reopening) {
        this.model = model;
        this.reopening = reopening;
    }

    @Override
    public EngineInfo info() {
        Engine reached = engine;
        return reached == null ? new EngineInfo("not reached", "", model, 0, 0, 0) : reached.info();
    }

    @Override
    public EngineHealth health() {
        Engine reached = engine;
        return reached == null ? new EngineHealth(List.of(reopening.health())) : reached.health();
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
        Engine reached = engine;
        if (reached == null) {
            reached = reopening.open();
            engine = reached;
        }
        return reached;
    }

    @Override
    public synchronized void forget() {
        Engine reached = engine;
        if (reached != null) {
            reached.forget();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Engine reached = engine;
        if (reached != null) {
            reached.close();
        }
    }
}
