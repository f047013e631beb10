package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Calibrated;
import dev.glimprouter.engine.Breaker;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.LargeDown;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

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
    private final LargeDown rule;

    private EngineRoom(World world, Map<Writer, ModelRef> refs, LargeDown rule) {
        this.world = world;
        this.refs = refs;
        this.rule = rule;
    }

    /**
     * Opens the models, pulled if they are missing.
     *
     * @param options how they are run; their sessions are how many questions run at a time
     * @param branches how many branches all questions together need of each model at a time
     * @param rule what happens where large cannot be reached
     * @throws SetupException if one is not usable
     */
    static EngineRoom open(
            World world,
            Map<Writer, ModelRef> refs,
            EngineOptions options,
            ToIntFunction<Writer> branches,
            LargeDown rule) {
        EngineRoom room = new EngineRoom(world, refs, rule);
        List<ModelRef> models = refs.values().stream().distinct().toList();
        int sessions = options.sessions() * refs.size() / Math.max(1, models.size());
        try {
            room.open(models, options.withSessions(sessions), branches);
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

    private int branches(ModelRef model, ToIntFunction<Writer> wanted) {
        return refs.entrySet().stream()
                .filter(role -> role.getValue().equals(model))
                .map(Map.Entry::getKey)
                .mapToInt(wanted)
                .sum();
    }

    private void open(List<ModelRef> models, EngineOptions shared, ToIntFunction<Writer> branches) {
        List<EngineOptions> options =
                models.stream().map(ref -> shared.withBranches(branches(ref, branches))).toList();
        Meters meters = new Meters(world.err(), world.terminal(), world.time());
        List<ModelSource> sources;
        try (PullDisplay pulls = new PullDisplay(world.err(), meters)) {
            sources = models.stream().map(ref -> world.models().source(ref, pulls)).toList();
        }
        List<Future<Engine>> opened;
        try (LoadDisplay load =
                new LoadDisplay(meters, models.stream().map(RefText::of).toList())) {
            opened = atOnce(openings(sources, options, load));
        }
        for (int i = 0; i < opened.size(); i++) {
            if (opened.get(i).state() == Future.State.SUCCESS) {
                engines.put(models.get(i), opened.get(i).resultNow());
            }
        }
        for (int i = 0; i < opened.size(); i++) {
            if (opened.get(i).state() == Future.State.FAILED) {
                ModelSource source = sources.get(i);
                EngineOptions told = options.get(i);
                Supplier<Engine> later = () -> world.models().open(source, told);
                Throwable failure = opened.get(i).exceptionNow();
                engines.put(models.get(i), late(models.get(i), failure, later, breaker(source)));
            }
        }
    }

    private List<Callable<Engine>> openings(
            List<ModelSource> sources, List<EngineOptions> options, LoadDisplay load) {
        List<Callable<Engine>> openings = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            ModelSource source = sources.get(i);
            EngineOptions told = options.get(i).withLoading(load.part(i));
            openings.add(() -> world.models().open(source, told));
        }
        return openings;
    }

    private static List<Future<Engine>> atOnce(List<Callable<Engine>> openings) {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(OPENERS)) {
            return threads.invokeAll(openings);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Stopped while the models were loading.");
        }
    }

    /** A large model that is reached later, where that will do; else the failure. */
    private Engine late(ModelRef ref, Throwable failure, Supplier<Engine> later, Breaker breaker) {
        boolean small = ref.equals(refs.get(Writer.SMALL));
        if (!(failure instanceof RetryableException passing) || small || !canDoWithoutLarge()) {
            throw unchecked(failure);
        }
        world.err().line(Visible.line("large cannot be reached yet: " + failure.getMessage()));
        return new LateEngine(
                RefText.of(ref), new Reopening(later, breaker, world.time(), passing));
    }

    private static Breaker breaker(ModelSource source) {
        return switch (source) {
            case ModelSource.Servers servers -> servers.settings().breaker();
            case ModelSource.File _ -> Breaker.DEFAULT;
        };
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }

    private boolean canDoWithoutLarge() {
        return switch (rule) {
            case FAIL -> false;
            case SMALL -> refs.containsKey(Writer.SMALL);
            case WAIT -> true;
        };
    }

    /** The engines by role. */
    Map<Writer, Engine> engines() {
        Map<Writer, Engine> byRole = new EnumMap<>(Writer.class);
        refs.forEach((writer, ref) -> byRole.put(writer, engines.get(ref)));
        return byRole;
    }

    /** Says where these are not the models, or this is not the prompting, of a profile. */
    void warn(Calibrated by, Prompting prompting) {
        Map<Writer, EngineInfo> models = new EnumMap<>(Writer.class);
        engines().forEach((writer, engine) -> models.put(writer, engine.info()));
        by.warning(models, prompting).ifPresent(warning -> world.err().line(Visible.line(warning)));
    }

    /** Closes the engines, unless a signal is about to end the process: that frees them faster. */
    @Override
    public void close() {
        if (world.interrupts().raised().isEmpty()) {
            engines.values().forEach(Engine::close);
        }
    }
}
