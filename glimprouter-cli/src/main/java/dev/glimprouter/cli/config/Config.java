package dev.glimprouter.cli.config;

import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyText;

import java.util.Optional;

/**
 * What a configuration file says; docs/config.md lists its keys.
 *
 * @param pair name of a pair of the catalogue
 * @param small the small model
 * @param large the large model
 * @param strategy how steps get written
 * @param rules the rules of a run, but for the seed
 * @param seed start of all random draws
 * @param engine how the models are run
 * @param instruction system message, blank for none
 * @param serve how others are served
 * @param calibrated the profile that says the strategy
 */
public record Config(
        Optional<String> pair,
        RoleConfig small,
        RoleConfig large,
        StrategyText strategy,
        RouterConfig rules,
        Optional<Long> seed,
        EngineConfig engine,
        Optional<String> instruction,
        ServeConfig serve,
        Optional<Calibrated> calibrated) {

    /** A file that says nothing. */
    public static final Config NONE =
            new Config(
                    Optional.empty(),
                    RoleConfig.NONE,
                    RoleConfig.NONE,
                    StrategyText.NONE,
                    RouterConfig.DEFAULT,
                    Optional.empty(),
                    EngineConfig.USUAL,
                    Optional.empty(),
                    ServeConfig.USUAL,
                    Optional.empty());

    /** What it says about the model of a role. */
    public RoleConfig of(Writer writer) {
        return writer == Writer.SMALL ? small : large;
    }
}
