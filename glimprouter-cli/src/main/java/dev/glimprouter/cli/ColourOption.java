package dev.glimprouter.cli;

import picocli.CommandLine.Option;

/** Whether to colour. */
final class ColourOption {

    @Option(
            names = "--no-color",
            description = "No colours (also: NO_COLOR, TERM=dumb, or no terminal).")
    boolean noColour;

    /** The world as this option wants it shown. */
    World applyTo(World world) {
        return noColour ? world.with(world.terminal().withoutColour()) : world;
    }
}
