package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** The options of everything that runs models, in the groups of their help. */
abstract class SharedOptions {

    @Mixin ConfigOption config = new ConfigOption();

    @ArgGroup(validate = false, order = 1, heading = "%nModels:%n")
    ModelOptions models = new ModelOptions();

    @ArgGroup(validate = false, order = 3, heading = "%nLimits:%n")
    LimitOptions limits = new LimitOptions();

    @ArgGroup(validate = false, order = 4, heading = "%nSampling:%n")
    SamplingOptions sampling = new SamplingOptions();

    @ArgGroup(validate = false, order = 5, heading = "%nQuestion:%n")
    InstructionOption instruction = new InstructionOption();

    @ArgGroup(validate = false, order = 6, heading = "%nEngine:%n")
    EngineSettings engine = new EngineSettings();

    @ArgGroup(validate = false, order = 7, heading = "%nServers:%n")
    ServerOptions servers = new ServerOptions();

    /** The rules of the strategies. */
    abstract StrategyOptions strategyRules();

    /** The models of these roles, as their servers are talked to. */
    Map<Writer, ModelRef> refs(World world, Config file, Set<Writer> writers) {
        Map<Writer, ModelRef> refs = new EnumMap<>(Writer.class);
        models.refs(world.models(), file, writers)
                .forEach(
                        (writer, ref) ->
                                refs.put(
                                        writer,
                                        servers.over(file.of(writer))
                                                .applyTo(ref, world.environment())));
        return refs;
    }

    /** The rules that hold. */
    RouterConfig rules(Config file, LongSupplier randomSeeds) {
        RouterConfig rules =
                file.rules()
                        .withSampling(sampling.over(file.rules().sampling()))
                        .withSeed(seed(file, randomSeeds));
        return limits.over(strategyRules().over(rules));
    }

    private long seed(Config file, LongSupplier randomSeeds) {
        return sampling.seed != null
                ? sampling.seed
                : file.seed().orElseGet(randomSeeds::getAsLong);
    }
}
