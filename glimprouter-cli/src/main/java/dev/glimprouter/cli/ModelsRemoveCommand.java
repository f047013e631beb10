package dev.glimprouter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** {@code models remove}: deletes models from the store. */
@Command(name = "remove", header = "Delete a model, or the two of a pair, from the store.")
final class ModelsRemoveCommand implements Callable<Integer> {

    private final World world;

    @Parameters(paramLabel = "NAME", description = "A model or a pair.")
    String name = "";

    @Mixin HelpOptions help = new HelpOptions();

    ModelsRemoveCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        boolean removed = world.models().remove(name);
        world.err()
                .line(
                        Visible.line(
                                removed
                                        ? "%s is removed.".formatted(name)
                                        : "%s was not in the store.".formatted(name)));
        return ExitCode.OK;
    }
}
