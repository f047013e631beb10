package dev.glimprouter.cli;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Refuses an option that is given again. Picocli does so itself, but for options of a group: there
 * it begins the group anew, and what was given of it before is lost.
 */
final class Repetitions {

    private Repetitions() {}

    /**
     * Requires that there is none.
     *
     * @throws ParameterException if there is one
     */
    static void refuse(ParseResult parsed) {
        for (OptionSpec option : parsed.matchedOptions()) {
            if (!option.isMultiValue() && option.originalStringValues().size() > 1) {
                throw new ParameterException(
                        parsed.commandSpec().commandLine(),
                        "option '%s' should be specified only once"
                                .formatted(option.longestName()));
            }
        }
        if (parsed.hasSubcommand()) {
            refuse(parsed.subcommand());
        }
    }
}
