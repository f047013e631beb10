package dev.glimprouter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code glimprouter} without a command. */
@Command(
        name = "glimprouter",
        sortOptions = false,
        commandListHeading = "",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = {
            "A small and a large model write one chain of thought together; one glimpsed token"
                    + " decides who writes each step."
        })
final class RootCommand implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help, or with a command before it that command's, and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    boolean version;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name a command: ask, chat, serve, models, doctor, eval, compare, report,"
                        + " regrade, calibrate, curve, plan, study or export");
    }
}
