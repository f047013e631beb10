package dev.glimprouter.openai;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.EngineProvider;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.session.Servers;
import dev.glimprouter.time.Time;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Runs models behind OpenAI-compatible servers. */
public final class OpenAiProvider implements EngineProvider {

    private final Servers servers;

    /** Made by the service loader. */
    public OpenAiProvider() {
        this(Time.system(), InstantSource.system(), RandomGenerator.getDefault());
    }

    /**
     * One with other clocks and another randomness.
     *
     * @param time measures timeouts and pauses
     * @param clock tells the date
     * @param random spreads pauses; one that several threads may use
     */
    public OpenAiProvider(Time time, InstantSource clock, RandomGenerator random) {
        this.servers = new Servers(time, clock, random);
    }

    @Override
    public boolean accepts(ModelSource source) {
        return source instanceof ModelSource.Servers;
    }

    @Override
    public Engine open(ModelSource source, EngineOptions options) {
        return switch (source) {
            case ModelSource.Servers named -> servers.open(named, options.chatTemplate());
            case ModelSource.File _ ->
                    throw new SetupException("This engine talks to servers, it runs no files.");
        };
    }
}
