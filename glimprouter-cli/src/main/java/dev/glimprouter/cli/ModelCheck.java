package dev.glimprouter.cli;

import java.util.Optional;

/**
 * What {@code doctor} found about one model.
 *
 * @param model its name
 * @param state where it is, in a few words
 * @param speed how fast it is, if it runs
 * @param problem why it does not run, and what to do
 */
record ModelCheck(
        String model, String state, Optional<SpeedCheck> speed, Optional<String> problem) {}
