package dev.glimprouter.cli;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.models.Catalogue;
import dev.glimprouter.models.ModelPair;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.models.Models;
import dev.glimprouter.reasoning.Writer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * The engines of one command: their files are pulled one after the other, then all are opened at
 * the same time. A model named twice is opened once.
 */
final class EngineRoom implements AutoCloseable {

    private static final ThreadFactory OPENERS =
            Thread.ofPlatform().daemon().name("glimprouter-open-", 0).factory();

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
        List<ModelRef> models = refs.values().stream().distinct().toList();
        int sessions = refs.size() / Math.max(1, models.size());
        try {
            room.open(models, options.withSessions(sessions));
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

    private void open(List<ModelRef> models, EngineOptions options) {
        Meters meters = new Meters(world.err(), world.terminal(), world.time());
        List<ModelSource> sources;
        try (PullDisplay pulls = new PullDisplay(world.err(), meters)) {
            sources = models.stream().map(ref -> world.models().source(ref, pulls)).toList();
        }
        List<Callable<Engine>> openings = new ArrayList<>();
        try (LoadDisplay load =
                new LoadDisplay(meters, models.stream().map(RefText::of).toList())) {
            for (int i = 0; i < sources.size(); i++) {
                ModelSource source = sources.get(i);
                EngineOptions told = options.withLoading(load.part(i));
                openings.add(() -> world.models().open(source, told));
            }
            openAll(models, openings);
        }
    }

    /** Opens at the same time; what has been opened is kept to be closed where another fails. */
    private void openAll(List<ModelRef> models, List<Callable<Engine>> openings) {
        List<Future<Engine>> opened;
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(OPENERS)) {
            opened = threads.invokeAll(openings);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Stopped while the models were loading.");
        }
        for (int i = 0; i < opened.size(); i++) {
            if (opened.get(i).state() == Future.State.SUCCESS) {
                engines.put(models.get(i), opened.get(i).resultNow());
            }
        }
        for (Future<Engine> each : opened) {
            if (each.state() == Future.State.FAILED) {
                throw unchecked(each.exceptionNow());
            }
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
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
