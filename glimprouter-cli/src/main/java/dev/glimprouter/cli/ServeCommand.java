package dev.glimprouter.cli;

import dev.glimprouter.gateway.ApiKeys;
import dev.glimprouter.gateway.Gateway;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: an OpenAI-compatible server. */
@Command(
        name = "serve",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Serve the pair to OpenAI's clients.",
        description = {
            "Listens for chat completions and responses, and streams reasoning and answer as they are written"
                    + " (docs/gateway.md). Without a file it serves the default pair to this machine.",
            "",
            "It follows its file while it runs: what changes there holds for the next request.",
            "",
            "The base URL goes to standard output once it is ready. Ctrl-C or termination lets"
                    + " requests end that are there; a second one ends at once."
        })
final class ServeCommand extends RunCommand {

    @ArgGroup(validate = false, order = 8, heading = "%nGateway:%n")
    GatewayOptions gateway = new GatewayOptions();

    @ArgGroup(validate = false, order = 9, heading = "%nInstead of serving:%n")
    Instead instead = new Instead();

    /** What to do instead of serving. */
    static final class Instead {

        @Option(
                names = "--check",
                description = "Check the file and the options, and open nothing.")
        boolean check;

        @Option(
                names = "--new-key",
                paramLabel = "NAME",
                description =
                        "Print a new API key, and on standard error the line for the file that lets"
                                + " it in.")
        @Nullable String newKey;
    }

    ServeCommand(World outside) {
        super(outside);
    }

    @Override
    int run(RunPlan plan) {
        if (instead.newKey != null) {
            return newKey(plan.world(), instead.newKey);
        }
        ServePlan serve = serve(plan);
        Gateway.check(serve.settings());
        if (instead.check) {
            plan.world().err().line("All is in order.");
            return ExitCode.OK;
        }
        World world = plan.world();
        Serving.run(
                serve,
                options.config.reading(world.models()),
                config -> serve(RunPlan.of(world, options, config)));
        return ExitCode.OK;
    }

    private ServePlan serve(RunPlan plan) {
        return ServePlan.of(plan, gateway, options.sampling);
    }

    private static int newKey(World world, String name) {
        String key = ApiKeys.fresh();
        String line = ApiKeys.line(name, key);
        world.out().line(key);
        world.err().line("For serve.keys, or the file that serve.keys-file names:");
        world.err().line(line);
        return ExitCode.OK;
    }
}
