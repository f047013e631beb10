package dev.glimprouter.cli;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.models.PullListener;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.LargeDown;

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
    private final LargeDown rule;

    private EngineRoom(World world, Map<Writer, ModelRef> refs, LargeDown rule) {
        this.world = world;
        this.refs = refs;
        this.rule = rule;
    }

    /**
     * Opens the models, pulled if they are missing.
     *
     * @param rule what happens where large cannot be reached
     * @throws SetupException if one is not usable
     */
    static EngineRoom open(
            World world, Map<Writer, ModelRef> refs, EngineOptions options, LargeDown rule) {
        EngineRoom room = new EngineRoom(world, refs, rule);
        int sessions = refs.size() / Math.max(1, Set.copyOf(refs.values()).size());
        try {
            refs.forEach((writer, ref) -> room.open(writer, ref, options.withSessions(sessions)));
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

    private void open(Writer writer, ModelRef ref, EngineOptions options) {
        if (engines.containsKey(ref)) {
            return;
        }
        Meters meters = new Meters(world.err(), world.terminal(), world.time());
        try (PullDisplay pulls = new PullDisplay(world.err(), meters);
                LoadDisplay load = new LoadDisplay(meters, RefText.of(ref))) {
            engines.put(ref, world.models().open(ref, options.withLoading(load), pulls));
        } catch (RetryableException unreachable) {
            if (writer == Writer.SMALL || !canDoWithoutLarge()) {
                throw unreachable;
            }
            world.err()
                    .line(Visible.line("large cannot be reached yet: " + unreachable.getMessage()));
            engines.put(
                    ref,
                    new LateEngine(
                            RefText.of(ref),
                            () -> world.models().open(ref, options, PullListener.NONE)));
        }
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

    /** Closes the engines, unless a signal is about to end the process: that frees them faster. */
    @Override
    public void close() {
        if (world.interrupts().raised().isEmpty()) {
            engines.values().forEach(Engine::close);
        }
    }
}
