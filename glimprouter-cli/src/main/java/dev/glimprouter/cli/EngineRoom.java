package dev.glimprouter.cli;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.models.Catalogue;
import dev.glimprouter.models.ModelPair;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.models.Models;
import dev.glimprouter.reasoning.Writer;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The engines of one command, opened one after the other; a model named twice is opened once. */
final class EngineRoom implements AutoCloseable {

    private final World world;
    private final Map<ModelRef, Engine> engines = new LinkedHashMap<>();
    private final Map<Writer, ModelRef> refs;

    private EngineRoom(World world, Map<Writer, ModelRef> refs) {
        this.world = world;
        this.refs = refs;
    }

    /** The references of the models that a strategy needs. */
    static Map<Writer, ModelRef> refs(Models models, ModelOptions options, Set<Writer> writers) {
        options.check();
        ModelPair pair =
                models.catalogue()
                        .pair(Optional.ofNullable(options.pair).orElse(Catalogue.DEFAULT_PAIR));
        boolean named = options.small != null || options.large != null;
        Map<Writer, ModelRef> refs = new EnumMap<>(Writer.class);
        for (Writer writer : writers) {
            boolean small = writer == Writer.SMALL;
            @Nullable String single = small ? options.small : options.large;
            if (named && single == null) {
                throw new RequestException(
                        "The strategy needs both models: name the other one with %s."
                                .formatted(small ? "--small" : "--large"));
            }
            String ref = single != null ? single : small ? pair.small() : pair.large();
            refs.put(writer, models.parse(ref));
        }
        return refs;
    }

    /**
     * Opens the models, pulled if they are missing.
     *
     * @throws SetupException if one is not usable
     */
    static EngineRoom open(World world, Map<Writer, ModelRef> refs, EngineOptions options) {
        EngineRoom room = new EngineRoom(world, refs);
        int sessions = refs.size() / Math.max(1, Set.copyOf(refs.values()).size());
        try {
            for (Map.Entry<Writer, ModelRef> entry : refs.entrySet()) {
                room.open(entry.getValue(), options.withSessions(sessions));
            }
            return room;
        } catch (RetryableException unreachable) {
            room.close();
            throw new SetupException(
                    Optional.ofNullable(unreachable.getMessage()).orElse("A model is not usable."),
                    unreachable);
        } catch (RuntimeException failure) {
            room.close();
            throw failure;
        }
    }

    private void open(ModelRef ref, EngineOptions options) {
        if (engines.containsKey(ref)) {
            return;
        }
        Meters meters = new Meters(world.err(), world.terminal(), world.time());
        try (PullDisplay pulls = new PullDisplay(world.err(), meters);
                LoadDisplay load = new LoadDisplay(meters, RefText.of(ref))) {
            engines.put(ref, world.models().open(ref, options.withLoading(load), pulls));
        }
    }

    /** The engines by role. */
    Map<Writer, Engine> engines() {
        Map<Writer, Engine> byRole = new EnumMap<>(Writer.class);
        refs.forEach((writer, ref) -> byRole.put(writer, engines.get(ref)));
        return byRole;
    }

    /** Closes the engines, unless a signal is about to end the process: that frees them faster. */
    @Override
    public void close() {
        if (world.interrupts().raised().isEmpty()) {
            engines.values().forEach(Engine::close);
        }
    }
}
