package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.cli.config.EngineConfig;
import dev.glimprouter.cli.config.RoleConfig;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.reasoning.Writer;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code doctor}: what is here, what is missing, and how fast it is. */
@Command(
        name = "doctor",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Say what was found on this machine, and how fast it is.",
        description = {
            "",
            "Nothing is downloaded. Each model that is here generates a few tokens, in the context"
                    + " that ask reserves for a usual question. Each server is asked a few short"
                    + " questions; hints say what it could do better.",
            "",
            "Exit codes: 0 all is here, 3 something that is needed is missing."
        })
final class DoctorCommand implements Callable<Integer> {

    private final World outside;

    @Parameters(
            arity = "0..*",
            paramLabel = "REF",
            description = "Models to try (default: those of --config, else the pair qwen-coder).")
    List<String> refs = List.of();

    @ArgGroup(validate = false, order = 6, heading = "%nEngine:%n")
    EngineSettings engine = new EngineSettings();

    @ArgGroup(validate = false, order = 7, heading = "%nServers:%n")
    ServerOptions servers = new ServerOptions();

    @Mixin ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "Print one JSON object instead.")
    boolean json;

    @Mixin ColourOption colour = new ColourOption();

    @Mixin HelpOptions help = new HelpOptions();

    DoctorCommand(World outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        World world = colour.applyTo(outside);
        Config file = config.read(world.models());
        List<ModelRef> models = models(world, file);
        EngineConfig how = engine.over(file.engine());
        Doctor doctor = new Doctor(world, how.optionsFor(EngineOptions.DEFAULT.contextTokens()));
        return Setup.interruptible(
                world,
                () -> {
                    DoctorReport report = doctor.examine(models);
                    world.out().print(json ? DoctorJson.of(report) + "\n" : report.text());
                    return report.isWell() ? ExitCode.OK : ExitCode.SETUP;
                });
    }

    /** The models named here, else those of the file, else the usual pair. */
    private List<ModelRef> models(World world, Config file) {
        if (refs.isEmpty()) {
            List<ModelRef> both = new ArrayList<>();
            new ModelOptions()
                    .refs(world.models(), file, EnumSet.allOf(Writer.class))
                    .forEach((writer, ref) -> both.add(reached(world, file.of(writer), ref)));
            return both;
        }
        return refs.stream()
                .map(world.models()::parse)
                .map(ref -> reached(world, RoleConfig.NONE, ref))
                .toList();
    }

    private ModelRef reached(World world, RoleConfig file, ModelRef ref) {
        return servers.over(file).applyTo(ref, world.environment());
    }
}
