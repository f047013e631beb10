package dev.glimprouter.cli;

import picocli.CommandLine.Option;

/** What every command has. */
final class HelpOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    @Option(names = "--verbose", description = "Show the stack trace of a failure.")
    boolean verbose;
}
