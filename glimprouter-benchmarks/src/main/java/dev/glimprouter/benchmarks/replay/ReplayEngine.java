package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Session;
import dev.glimprouter.reasoning.Writer;

/**
 * An engine that does all the work of another one, but whose text follows a route: each step has as
 * many tokens as recorded and ends there, and glimpses say who wrote it.
 */
record ReplayEngine(Engine inner, Writer writer, Replay replay) implements Engine {

    @Override
    public EngineInfo info() {
        return inner.info();
    }

    @Override
    public boolean sharesProcessor() {
        return inner.sharesProcessor();
    }

    @Override
    public void forget() {
        inner.forget();
    }

    @Override
    public Session open(Prompt head) {
        return new ReplaySession(inner.open(head), writer, replay);
    }

    /** Leaves the engine open: it outlives its replays. */
    @Override
    public void close() {}
}
