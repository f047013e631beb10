package dev.glimprouter.strategy.expression;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.internal.names.NearestName;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Hysteresis;
import dev.glimprouter.strategy.RoutingPolicy;
import dev.glimprouter.strategy.SoloSteps;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.TokenEntropy;
import dev.glimprouter.strategy.Uninterrupted;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every strategy that can be named, one line each. */
final class StrategyNames {

    private static final List<Entry> ALL =
            List.of(
                    policy("glimpse", PolicyMakers::glimpse, "tau"),
                    policy("random", PolicyMakers::random, "rate", "stream"),
                    policy("opening", PolicyMakers::opening, "steps"),
                    policy("overconfidence", PolicyMakers::overconfidence, "below", "steps"),
                    policy("loop", PolicyMakers::loop, "within", "hesitations"),
                    policy(
                            "mixture",
                            PolicyMakers::mixture,
                            "low",
                            "low-deviation",
                            "high",
                            "high-deviation",
                            "share",
                            "posterior",
                            "after",
                            "start"),
                    policy(
                            "hysteresis",
                            PolicyMakers::hysteresis,
                            "tau",
                            "high",
                            "low",
                            "momentum"),
                    policy(
                            "target-share",
                            PolicyMakers::targetShare,
                            "rate",
                            "over",
                            "of",
                            "slack"),
                    policy(
                            "domain",
                            PolicyMakers::domain,
                            "maths",
                            "code",
                            "science",
                            "general",
                            "is"),
                    whole("hstep", DraftMakers::hstep, "tau", "opening"),
                    whole("pplstep", DraftMakers::pplstep, "tau", "opening"),
                    whole("judge", DraftMakers::judge, "threshold", "opening"),
                    whole("specreason", DraftMakers::specreason, "threshold", "scoring", "opening"),
                    whole("confspec", DraftMakers::confspec, "sure", "threshold", "opening"),
                    whole("rsd", DraftMakers::rsd, "reward", "threshold", "opening"),
                    whole("symbolic", DraftMakers::symbolic, "opening"),
                    whole("speccot", DraftMakers::speccot, "n", "opening"),
                    whole("small", _ -> new Uninterrupted(Writer.SMALL)),
                    whole("large", _ -> new Uninterrupted(Writer.LARGE)),
                    whole("small-steps", _ -> new SoloSteps(Writer.SMALL)),
                    whole("large-steps", _ -> new SoloSteps(Writer.LARGE)),
                    whole(
                            "token-entropy",
                            StrategyNames::tokenEntropy,
                            "tau",
                            "momentum",
                            "high",
                            "low"));

    private StrategyNames() {}

    private static Strategy tokenEntropy(Arguments given) {
        return new TokenEntropy(
                given.number("tau", TokenEntropy.DEFAULT_TAU),
                given.number("momentum", 0),
                given.number("high", Hysteresis.DEFAULT_HIGH),
                given.number("low", Hysteresis.DEFAULT_LOW));
    }

    private static Entry policy(
            String name, Function<Arguments, RoutingPolicy> make, String... parameters) {
        return new Entry.Policy(name, List.of(parameters), make);
    }

    private static Entry whole(
            String name, Function<Arguments, Strategy> make, String... parameters) {
        return new Entry.Whole(name, List.of(parameters), make);
    }

    /** All names. */
    static List<String> names() {
        return ALL.stream().map(Entry::name).toList();
    }

    /** The names of those that can be joined. */
    static List<String> policies() {
        return ALL.stream().filter(Entry.Policy.class::isInstance).map(Entry::name).toList();
    }

    /** What a name stands for. */
    static Entry entry(String name) {
        Optional<Entry> known = ALL.stream().filter(one -> one.name().equals(name)).findFirst();
        return known.orElseThrow(
                () ->
                        new RequestException(
                                "There is no strategy '%s': %s"
                                        .formatted(name, NearestName.hint(names(), name))));
    }

    /** Requires that a parameter is one that the name takes. */
    static void requireParameter(Entry entry, String parameter) {
        if (!entry.parameters().contains(parameter)) {
            throw new RequestException(
                    "%s has no parameter '%s'; it takes %s."
                            .formatted(entry.name(), parameter, takes(entry)));
        }
    }

    /** The parameters that a name takes, as an error lists them. */
    static String takes(Entry entry) {
        return entry.parameters().isEmpty() ? "none" : String.join(", ", entry.parameters());
    }
}
