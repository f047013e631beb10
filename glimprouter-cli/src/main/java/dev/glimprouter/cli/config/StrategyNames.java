package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.internal.names.NearestName;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.SoloSteps;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.Uninterrupted;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The strategies that can be named. */
public final class StrategyNames {

    /** One name with the parameters it takes. */
    private record Known(
            String name, List<String> parameters, Function<Map<String, String>, Strategy> make) {}

    private static final String TAU = "tau";

    private static final List<Known> KNOWN =
            List.of(
                    new Known("glimpse", List.of(TAU), StrategyNames::glimpse),
                    new Known("small", List.of(), _ -> new Uninterrupted(Writer.SMALL)),
                    new Known("large", List.of(), _ -> new Uninterrupted(Writer.LARGE)),
                    new Known("small-steps", List.of(), _ -> new SoloSteps(Writer.SMALL)),
                    new Known("large-steps", List.of(), _ -> new SoloSteps(Writer.LARGE)));

    private StrategyNames() {}

    /**
     * The strategy of an expression.
     *
     * @param tau the threshold given beside it, as written
     * @throws RequestException if the name or a parameter is unknown or has a wrong value
     */
    public static Strategy strategy(String expression, Optional<String> tau) {
        StrategyCall call = StrategyCall.parse(expression);
        Known known = known(call.name());
        Map<String, String> parameters = call.parameters();
        for (String parameter : parameters.keySet()) {
            requireParameter(known, parameter);
        }
        if (tau.isPresent()) {
            parameters = withTau(known, parameters, tau.get());
        }
        return known.make().apply(parameters);
    }

    /** Whether the strategy of an expression takes a tau that the expression does not give. */
    static boolean leavesTauOpen(String expression) {
        StrategyCall call = StrategyCall.parse(expression);
        return known(call.name()).parameters().contains(TAU) && !call.parameters().containsKey(TAU);
    }

    /** The expression without the tau that it may give. */
    static String withoutTau(String expression) {
        return StrategyCall.parse(expression).without(TAU).text();
    }

    private static Known known(String name) {
        return KNOWN.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static RequestException unknown(String name) {
        List<String> names = KNOWN.stream().map(Known::name).toList();
        return new RequestException(
                "There is no strategy '%s': %s".formatted(name, NearestName.hint(names, name)));
    }

    private static void requireParameter(Known known, String parameter) {
        if (!known.parameters().contains(parameter)) {
            String takes =
                    known.parameters().isEmpty() ? "none" : String.join(", ", known.parameters());
            throw new RequestException(
                    "%s has no parameter '%s'; it takes %s."
                            .formatted(known.name(), parameter, takes));
        }
    }

    private static Map<String, String> withTau(
            Known known, Map<String, String> parameters, String tau) {
        if (!known.parameters().contains(TAU)) {
            throw new RequestException(
                    "tau has no meaning for the strategy %s: leave it out."
                            .formatted(known.name()));
        }
        if (parameters.containsKey(TAU)) {
            throw new RequestException(
                    "tau is given twice: leave it out within the strategy, or beside it.");
        }
        return Map.of(TAU, tau);
    }

    private static Strategy glimpse(Map<String, String> parameters) {
        double tau =
                Optional.ofNullable(parameters.get(TAU))
                        .map(StrategyNames::number)
                        .orElse(EntropyThreshold.DEFAULT_TAU);
        return new ProbeThenDispatch(new EntropyThreshold(tau));
    }

    private static double number(String text) {
        try {
            return text.matches("(?i)\\+?inf(inity)?")
                    ? Double.POSITIVE_INFINITY
                    : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new RequestException(
                    "tau must be a number of nats from 0 to Infinity, not '%s'.".formatted(text),
                    e);
        }
    }
}
