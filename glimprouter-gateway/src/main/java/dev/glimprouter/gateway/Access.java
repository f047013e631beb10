package dev.glimprouter.gateway;

import dev.glimprouter.error.RequestException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may come in, and how often.
 *
 * @param keys the keys; where there are none, everybody may who can reach the gateway
 * @param allowances what the owners of keys may do, by their names
 * @param usual what those may do who are not named
 * @param ledger the file in which spent tokens are written down; empty for none
 */
public record Access(
        ApiKeys keys, Map<String, Allowance> allowances, Allowance usual, Optional<Path> ledger) {

    /** Everybody, everything. */
    public static final Access FREE =
            new Access(ApiKeys.NONE, Map.of(), Allowance.ALL, Optional.empty());

    /** Checks that a budget is written down somewhere, and that every name has a key. */
    public Access {
        Objects.requireNonNull(keys, "keys");
        allowances = Map.copyOf(allowances);
        for (String name : allowances.keySet()) {
            if (!keys.names().contains(name)) {
                throw new RequestException(
                        "There is no key named '%s' whose limits these could be.".formatted(name));
            }
        }
        boolean budgets =
                Stream.concat(allowances.values().stream(), Stream.of(usual))
                        .anyMatch(allowance -> allowance.budget().isPresent());
        if (budgets && ledger.isEmpty()) {
            throw new RequestException(
                    "A budget needs a file in which spent tokens survive a restart: name it.");
        }
    }

    /** What somebody may do. */
    public Allowance of(String owner) {
        return allowances.getOrDefault(owner, usual);
    }

    /** The same with other keys. */
    public Access withKeys(ApiKeys newKeys) {
        return new Access(newKeys, allowances, usual, ledger);
    }

    /** The same with other limits. */
    public Access withAllowances(Map<String, Allowance> named, Allowance others) {
        return new Access(keys, named, others, ledger);
    }

    /** The same with spent tokens in this file. */
    public Access withLedger(Path file) {
        return new Access(keys, allowances, usual, Optional.of(file));
    }
}
