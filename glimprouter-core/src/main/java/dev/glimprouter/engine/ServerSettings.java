package dev.glimprouter.engine;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How one talks to the servers of a model.
 *
 * @param profile name of the kind of server, or a file that describes it; empty to find out
 * @param key what proves that one may ask; empty for servers that want no proof
 * @param authority a file of certificates (PEM) to trust beside the ones that Java trusts
 * @param timeouts how long to wait for what
 * @param retries how often to try again before the first token
 * @param breaker when a server that fails is left alone
 */
public record ServerSettings(
        Optional<String> profile,
        Optional<Secret> key,
        Optional<Path> authority,
        Timeouts timeouts,
        Retries retries,
        Breaker breaker) {

    /** Finds out what runs there; no key; the default timeouts, retries and breaker. */
    public static final ServerSettings DEFAULT =
            new ServerSettings(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Timeouts.DEFAULT,
                    Retries.DEFAULT,
                    Breaker.DEFAULT);

    /** Checks for nulls. */
    public ServerSettings {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(authority, "authority");
        Objects.requireNonNull(timeouts, "timeouts");
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(breaker, "breaker");
    }

    /** The same for a kind of server. */
    public ServerSettings withProfile(String name) {
        return new ServerSettings(Optional.of(name), key, authority, timeouts, retries, breaker);
    }

    /** The same with a key. */
    public ServerSettings withKey(Secret secret) {
        return new ServerSettings(
                profile, Optional.of(secret), authority, timeouts, retries, breaker);
    }

    /** The same with certificates to trust. */
    public ServerSettings withAuthority(Path file) {
        return new ServerSettings(profile, key, Optional.of(file), timeouts, retries, breaker);
    }

    /** The same with other timeouts. */
    public ServerSettings withTimeouts(Timeouts other) {
        return new ServerSettings(profile, key, authority, other, retries, breaker);
    }

    /** The same with other retries. */
    public ServerSettings withRetries(Retries other) {
        return new ServerSettings(profile, key, authority, timeouts, other, breaker);
    }

    /** The same with another breaker. */
    public ServerSettings withBreaker(Breaker other) {
        return new ServerSettings(profile, key, authority, timeouts, retries, other);
    }
}
