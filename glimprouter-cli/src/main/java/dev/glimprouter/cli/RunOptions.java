package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.strategy.RouterConfig;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

import java.util.function.LongSupplier;

/** The options that {@code ask} and {@code chat} share, in the groups of their help. */
final class RunOptions {

    @Mixin ConfigOption config = new ConfigOption();

    @ArgGroup(validate = false, order = 1, heading = "%nModels:%n")
    ModelOptions models = new ModelOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nStrategy:%n")
    StrategyOptions strategy = new StrategyOptions();

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

    /** The rules that hold. */
    RouterConfig rules(Config file, LongSupplier randomSeeds) {
        RouterConfig rules =
                file.rules()
                        .withSampling(sampling.over(file.rules().sampling()))
                        .withSeed(seed(file, randomSeeds));
        return limits.over(strategy.over(rules));
    }

    private long seed(Config file, LongSupplier randomSeeds) {
        return sampling.seed != null
                ? sampling.seed
                : file.seed().orElseGet(randomSeeds::getAsLong);
    }
}
