package dev.glimprouter.cli;

import dev.glimprouter.models.Models;
import dev.glimprouter.time.Time;

import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * What a command reaches of the world outside.
 *
 * @param terminal what is known about the screen
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for everything else
 * @param models the user's models
 * @param interrupts the signals
 * @param time the clock
 * @param seeds where random seeds come from
 * @param environment variables by name, null for what is not set
 */
record World(
        Terminal terminal,
        InputStream in,
        Printer out,
        Printer err,
        Models models,
        Interrupts interrupts,
        Time time,
        LongSupplier seeds,
        UnaryOperator<@Nullable String> environment) {

    /** The same with another screen. */
    World with(Terminal newTerminal) {
        return new World(newTerminal, in, out, err, models, interrupts, time, seeds, environment);
    }
}
