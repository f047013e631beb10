package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;

/** Which strategies are held against each other. */
final class StrategiesOptions extends StrategyOptions {

    private static final String USUAL = "glimpse";
    private static final String TAU = "tau";

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

    /**
     * The strategies, under the rules that all have.
     *
     * @throws RequestException if one cannot be read, or tau is given and none takes it
     */
    List<Contestant> contestants(StrategyText file, RouterConfig rules) {
        List<String> texts =
                expressions.isEmpty()
                        ? List.of(file.expression().orElse(USUAL))
                        : StrategyList.split(expressions);
        Optional<String> nats = Optional.ofNullable(tau).or(file::tau);
        List<Contestant> plain = texts.stream().map(text -> Contestant.parse(text, rules)).toList();
        if (nats.isEmpty()) {
            return plain;
        }
        List<Contestant> all = plain.stream().map(one -> one.withUnsaid(TAU, nats.get())).toList();
        if (tau != null && all.equals(plain)) {
            throw new RequestException(
                    "--tau has no meaning for any of these strategies: leave it out.");
        }
        return all;
    }
}
