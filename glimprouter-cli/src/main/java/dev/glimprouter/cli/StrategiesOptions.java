package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Calibrated;
import dev.glimprouter.cli.config.Config;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which strategies are held against each other. */
final class StrategiesOptions extends StrategyOptions {

    private static final String USUAL = "glimpse";
    private static final String TAU = "tau";
    private static final String PROFILE = "@";

    @Option(
            names = "--strategy",
            order = -3,
            paramLabel = "EXPR,...",
            description =
                    "The strategies, each as ask takes it, parted by commas; may be given several"
                            + " times (default: glimpse). A rule that one alone has is added by a"
                            + " plus: small,large,large+speculative.")
    List<String> expressions = List.of();

    @Option(
            names = "--tau",
            order = -2,
            paramLabel = "NATS",
            description = "Threshold of every strategy that takes one and says none itself.")
    @Nullable String tau;

    @Option(
            names = "--calibrated",
            order = -1,
            paramLabel = "FILE",
            description =
                    "The strategy of a profile that calibrate wrote, instead of --strategy and"
                            + " --tau; among several it is @FILE. Questions that it was calibrated"
                            + " on are refused.")
    @Nullable Path calibrated;

    /**
     * The strategies, under the rules that all have.
     *
     * @throws RequestException if one cannot be read, or tau is given and none takes it
     */
    List<Entrant> entrants(Config file, RouterConfig rules) {
        if (calibrated != null) {
            if (!expressions.isEmpty() || tau != null) {
                throw new RequestException(
                        "--calibrated brings its own strategy: leave out --strategy and --tau, or write --strategy %s%s among others."
                                .formatted(PROFILE, calibrated));
            }
            return List.of(Entrant.of(Calibrated.read(calibrated), rules));
        }
        if (expressions.isEmpty() && tau == null && file.calibrated().isPresent()) {
            return List.of(Entrant.of(file.calibrated().get(), rules));
        }
        return written(file.strategy(), rules);
    }

    private List<Entrant> written(StrategyText file, RouterConfig rules) {
        List<String> texts =
                expressions.isEmpty()
                        ? List.of(file.expression().orElse(USUAL))
                        : StrategyList.split(expressions);
        Optional<String> nats = Optional.ofNullable(tau).or(file::tau);
        List<Entrant> plain = texts.stream().map(text -> entrant(text, rules)).toList();
        if (nats.isEmpty()) {
            return plain;
        }
        List<Entrant> all = plain.stream().map(one -> withTau(one, nats.get())).toList();
        if (tau != null && all.equals(plain)) {
            throw new RequestException(
                    "--tau has no meaning for any of these strategies: leave it out.");
        }
        return all;
    }

    private static Entrant entrant(String text, RouterConfig rules) {
        return text.startsWith(PROFILE)
                ? Entrant.of(Calibrated.read(Path.of(text.substring(PROFILE.length()))), rules)
                : Entrant.of(Contestant.parse(text, rules));
    }

    private static Entrant withTau(Entrant one, String nats) {
        return new Entrant(one.contestant().withUnsaid(TAU, nats), one.calibrated());
    }
}
