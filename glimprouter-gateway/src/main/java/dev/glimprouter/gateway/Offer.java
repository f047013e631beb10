package dev.glimprouter.gateway;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyText;
import dev.glimprouter.time.Time;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a gateway offers: a pair of models under one name. The engines belong to the caller.
 *
 * @param model the name that clients know it by
 * @param engines the models by role
 * @param branches how many branches each engine has for one question
 * @param strategy how steps get written, where a client says nothing else
 * @param rules the rules; clients may only tighten their limits
 * @param instruction what comes before a client's own system message, blank for nothing
 * @param profiles settings by name
 * @param seeds where random seeds come from
 * @param time the clock
 */
public record Offer(
        String model,
        Map<Writer, Engine> engines,
        Map<Writer, Integer> branches,
        StrategyText strategy,
        RouterConfig rules,
        String instruction,
        Map<String, Profile> profiles,
        LongSupplier seeds,
        Time time) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:-]{0,63}");
    private static final Pattern PROFILE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    /** Checks the names. */
    public Offer {
        engines = Map.copyOf(engines);
        branches = Map.copyOf(branches);
        profiles = Map.copyOf(profiles);
        requireModel(model);
        profiles.keySet().forEach(Offer::requireProfile);
    }

    /** All names of the pair: alone, then under each profile. */
    public List<String> modelNames() {
        return modelNames(model, profiles.keySet());
    }

    /** All names of a pair: alone, then under each of these profiles. */
    public static List<String> modelNames(String model, Set<String> profiles) {
        return Stream.concat(
                        Stream.of(model),
                        profiles.stream().sorted().map(profile -> modelName(model, profile)))
                .toList();
    }

    /** The name of a pair under a profile. */
    public static String modelName(String model, String profile) {
        return model + "@" + profile;
    }

    /** Checks that clients can name a model so. */
    public static String requireModel(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new RequestException(
                    "'%s' is no name for a model: letters, digits and . _ / : - are, up to 64."
                            .formatted(name));
        }
        return name;
    }

    /** Checks that clients can name a profile so, and that nobody takes it for a number. */
    public static String requireProfile(String name) {
        if (!PROFILE.matcher(name).matches() || name.toLowerCase(Locale.ROOT).startsWith("inf")) {
            throw new RequestException(
                    "'%s' is no name for a profile: a letter, then letters, digits, _ and - are, up to 64, but not inf."
                            .formatted(name));
        }
        return name;
    }
}
