package dev.glimprouter.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code models}: what is in the store. */
@Command(
        name = "models",
        synopsisSubcommandLabel = "COMMAND",
        header = "List, pull, verify or remove models.")
final class ModelsCommand implements Runnable {

    @Mixin HelpOptions help = new HelpOptions();

    @Spec CommandSpec spec = CommandSpec.create();

    static CommandLine line(World world) {
        return new CommandLine(new ModelsCommand())
                .addSubcommand(new ModelsListCommand(world))
                .addSubcommand(new ModelsPullCommand(world))
                .addSubcommand(new ModelsVerifyCommand(world))
                .addSubcommand(new ModelsRemoveCommand(world));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Name a command: list, pull, verify or remove");
    }
}
