package dev.glimprouter.cli;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.internal.names.NearestName;

import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs one command line and turns every failure into one line and an exit code. */
final class Cli {

    private static final String VERBOSE = "--verbose";

    private final World world;

    Cli(World world) {
        this.world = world;
    }

    /** Runs it; the exit code. */
    int run(String... args) {
        try {
            return commandLine().execute(args);
        } catch (Throwable error) {
            return failed(error, Arrays.asList(args).contains(VERBOSE));
        }
    }

    private CommandLine commandLine() {
        CommandLine line =
                new CommandLine(new RootCommand())
                        .addSubcommand(new AskCommand(world))
                        .addSubcommand(new ChatCommand(world))
                        .addSubcommand(new ServeCommand(world))
                        .addSubcommand(ModelsCommand.line(world))
                        .addSubcommand(new DoctorCommand(world))
                        .addSubcommand(new EvalCommand(world))
                        .addSubcommand(new CompareCommand(world))
                        .addSubcommand(new ReportCommand(world))
                        .addSubcommand(new RegradeCommand(world))
                        .addSubcommand(new StudyCommand(world))
                        .addSubcommand(new CalibrateCommand(world))
                        .addSubcommand(new CurveCommand(world))
                        .addSubcommand(new PlanCommand(world))
                        .addSubcommand(new ExportCommand(world));
        return setUp(line);
    }

    private CommandLine setUp(CommandLine line) {
        line.getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
        return line.setExpandAtFiles(false)
                .setUsageHelpLongOptionsMaxWidth(24)
                .setUsageHelpWidth(Math.clamp(world.terminal().columns(), 60, 100))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(
                                world.terminal().colour() ? Ansi.ON : Ansi.OFF))
                .setOut(new PrintWriter(new PrinterWriter(world.out()), true))
                .setErr(new PrintWriter(new PrinterWriter(world.err()), true))
                .setExecutionStrategy(Cli::execute)
                .setParameterExceptionHandler((error, _) -> wrongUsage(error))
                .setExecutionExceptionHandler(
                        (error, command, _) ->
                                failed(error, command.getParseResult().hasMatchedOption(VERBOSE)));
    }

    /** Shows help or runs the command; picocli would print the stack trace of a failing help. */
    private static int execute(ParseResult parsed) {
        try {
            Integer helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) {
                return helped;
            }
            Repetitions.refuse(parsed);
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutputException failure) {
            CommandLine command = parsed.commandSpec().commandLine();
            throw new ExecutionException(command, "help cannot be shown", failure);
        }
    }

    private int wrongUsage(ParameterException error) {
        if (error.getCause() instanceof GlimpRouterException failure) {
            return failed(failure, false);
        }
        String help = error.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        say("%s (see %s)".formatted(plain(error), help));
        return ExitCode.USAGE;
    }

    private static String plain(ParameterException error) {
        String message =
                Visible.line(Optional.ofNullable(error.getMessage()).orElse("wrong usage"));
        if (error instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            Set<String> commands = error.getCommandLine().getSubcommands().keySet();
            if (!commands.isEmpty() && !first.startsWith("-")) {
                return "There is no command '%s': %s"
                        .formatted(first, NearestName.hint(List.copyOf(commands), first));
            }
            Set<String> options = error.getCommandLine().getCommandSpec().optionsMap().keySet();
            return NearestName.among(List.copyOf(options), first.replaceFirst("=.*", ""))
                    .map(near -> message + ": did you mean " + near + "?")
                    .orElse(message);
        }
        return message.replaceFirst("is not an? (int|long)$", "is not a whole number")
                .replaceFirst("is not a double$", "is not a number");
    }

    private int failed(Throwable error, boolean verbose) {
        if (verbose) {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            world.err().print(Visible.text(trace.toString()));
        }
        return switch (error) {
            case CancelledException cancelled -> interrupted(cancelled);
            case GlimpRouterException known -> said(known, ExitCode.of(known));
            case OutputException known -> said(known, ExitCode.FAILED);
            case OutOfMemoryError _ -> {
                say("Java ran out of memory: set GLIMPROUTER_JAVA_OPTS=-Xmx1g or more.");
                yield ExitCode.FAILED;
            }
            default -> {
                say(
                        "Unexpected failure, please report it: %s%s"
                                .formatted(error, verbose ? "" : " (--verbose shows where)"));
                yield ExitCode.FAILED;
            }
        };
    }

    private int said(RuntimeException failure, int code) {
        say(Optional.ofNullable(failure.getMessage()).orElse("no message"));
        return code;
    }

    private int interrupted(CancelledException cancelled) {
        Optional<Interrupts.Kind> kind = world.interrupts().raised();
        if (kind.isEmpty()) {
            return said(cancelled, ExitCode.of(cancelled));
        }
        say(kind.get() == Interrupts.Kind.INT ? "Interrupted." : "Terminated.");
        return kind.get().exitCode;
    }

    private void say(String message) {
        world.err().line("glimprouter: " + Visible.line(message));
    }
}
