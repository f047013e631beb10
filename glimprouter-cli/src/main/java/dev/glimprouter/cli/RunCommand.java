package dev.glimprouter.cli;

import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** What {@code ask} and {@code chat} share: a plan made of options, a file and the world. */
abstract class RunCommand implements Callable<Integer> {

    @Mixin RunOptions options = new RunOptions();

    @Mixin ColourOption colour = new ColourOption();

    @Mixin HelpOptions help = new HelpOptions();

    private final World outside;

    RunCommand(World outside) {
        this.outside = outside;
    }

    @Override
    public final Integer call() {
        return run(RunPlan.of(colour.applyTo(outside), options));
    }

    /** Does it; the exit code. */
    abstract int run(RunPlan plan);
}
