package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.gateway.Access;
import dev.glimprouter.gateway.Allowance;
import dev.glimprouter.gateway.ApiKeys;
import dev.glimprouter.internal.names.NearestName;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads who may come in, and how often. */
final class AccessReader {

    private static final int MOST_KEYS_KIBIBYTES = 256;

    /** Limits of all who are not named. */
    private static final String OTHERS = "default";

    private AccessReader() {}

    /**
     * Reads it.
     *
     * @param models the names that clients may ask for
     */
    static Access read(Section from, List<String> models) {
        ApiKeys keys = keys(from);
        Optional<Path> ledger = from.value("budget-file", Path::of);
        Map<String, Allowance> limits =
                new HashMap<>(
                        from.section(
                                        "limits",
                                        all -> all.sections((_, one) -> allowance(one, models)))
                                .orElse(Map.of()));
        Allowance others = Optional.ofNullable(limits.remove(OTHERS)).orElse(Allowance.ALL);
        return from.check("limits", () -> access(keys, limits, others, ledger));
    }

    private static Access access(
            ApiKeys keys, Map<String, Allowance> limits, Allowance others, Optional<Path> ledger) {
        if (keys.isEmpty() && !others.equals(Allowance.ALL)) {
            throw new RequestException("limits are those of keys, and there are no keys.");
        }
        return new Access(keys, limits, others, ledger);
    }

    private static ApiKeys keys(Section from) {
        List<String> here = from.texts("keys");
        ApiKeys written = from.check("keys", () -> ApiKeys.of(here));
        Optional<ApiKeys> inFile =
                from.value(
                        "keys-file",
                        file -> {
                            if (!here.isEmpty()) {
                                throw new RequestException("write keys either here or in a file.");
                            }
                            return ApiKeys.of(lines(Path.of(file)));
                        });
        return inFile.orElse(written);
    }

    /** The lines of a file that are neither blank nor comments. */
    private static List<String> lines(Path file) {
        return TextFile.read(file, "keys", MOST_KEYS_KIBIBYTES)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static Allowance allowance(Section from, List<String> models) {
        Allowance allowance = from.has("models") ? only(from, models) : Allowance.ALL;
        allowance =
                from.change(
                        allowance,
                        "requests-per-minute",
                        Numbers::whole,
                        Allowance::withRequestsPerMinute);
        allowance =
                from.change(
                        allowance,
                        "tokens-per-minute",
                        Numbers::whole,
                        Allowance::withTokensPerMinute);
        allowance = from.change(allowance, "parallel", Numbers::whole, Allowance::withParallel);
        return from.change(allowance, "budget", Numbers::wholeLong, Allowance::withBudget);
    }

    private static Allowance only(Section from, List<String> models) {
        Set<String> names = Set.copyOf(from.texts("models"));
        return from.check(
                "models",
                () -> {
                    for (String name : names) {
                        if (!models.contains(name)) {
                            throw new RequestException(
                                    "there is no model '%s': %s"
                                            .formatted(name, NearestName.hint(models, name)));
                        }
                    }
                    return Allowance.ALL.withModels(names);
                });
    }
}
