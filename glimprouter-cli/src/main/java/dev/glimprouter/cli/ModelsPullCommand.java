package dev.glimprouter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** {@code models pull}: brings models to this machine. */
@Command(
        name = "pull",
        header = "Bring a model, or the two of a pair, to this machine and check its bytes.")
final class ModelsPullCommand implements Callable<Integer> {

    private final World world;

    @Parameters(
            paramLabel = "NAME",
            description = "A model or pair of the catalogue, or hf:owner/repo/file.gguf.")
    String name = "";

    @Mixin HelpOptions help = new HelpOptions();

    ModelsPullCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        Meters meters = new Meters(world.err(), world.terminal(), world.time());
        try (PullDisplay pulls = new PullDisplay(world.err(), meters)) {
            return Setup.interruptible(
                    world,
                    () -> {
                        world.models()
                                .pull(name, pulls)
                                .forEach(file -> world.out().line(file.toString()));
                        return ExitCode.OK;
                    });
        }
    }
}
