package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.time.Time;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads a configuration file now and then, and hands on what it says if that is something new. A
 * file that is wrong is told of once, and changes nothing.
 *
 * <p>It is read whole, not watched by its date: what matters may lie in other files that it names.
 */
final class ConfigWatch implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final World world;
    private final Supplier<Config> reading;
    private final Consumer<Config> taking;
    private final Runnable refused;
    private Config taken;
    private @Nullable Config tried;
    private String complaint = "";
    private Time.@Nullable Alarm alarm;
    private boolean closed;

    /**
     * Begins now.
     *
     * @param taken what is in force
     * @param reading reads the file
     * @param taking puts something new in force, or throws
     * @param refused runs if that could not be done
     */
    ConfigWatch(
            World world,
            Config taken,
            Supplier<Config> reading,
            Consumer<Config> taking,
            Runnable refused) {
        this.world = world;
        this.taken = taken;
        this.reading = reading;
        this.taking = taking;
        this.refused = refused;
        arm();
    }

    private synchronized void arm() {
        if (!closed) {
            alarm = world.time().after(PERIOD.toNanos(), this::look);
        }
    }

    private void look() {
        try {
            follow();
        } finally {
            arm();
        }
    }

    private synchronized void follow() {
        if (closed) {
            return;
        }
        try {
            Config now = reading.get();
            if (now.equals(taken) ? !complaint.isEmpty() : !now.equals(tried)) {
                tried = now;
                taking.accept(now);
                taken = now;
                tried = null;
                complaint = "";
                world.err().line("The configuration was read anew and is in force.");
            }
        } catch (GlimpRouterException wrong) {
            complain(Visible.line(String.valueOf(wrong.getMessage())));
        }
    }

    private void complain(String why) {
        if (!why.equals(complaint)) {
            complaint = why;
            refused.run();
            world.err().line("The configuration stays as it was: " + why);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (alarm != null) {
            alarm.close();
        }
    }
}
