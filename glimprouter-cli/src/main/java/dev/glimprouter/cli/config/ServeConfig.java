package dev.glimprouter.cli.config;

import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.Profile;

import java.util.Map;
import java.util.Optional;

/**
 * How others are served.
 *
 * @param settings how the gateway is run, but for how many requests are answered at a time
 * @param parallel how many requests are answered at a time; empty for what the models are fit for
 * @param model the name that clients know the pair by
 * @param profiles settings that clients may ask for by name
 * @param accessLog where a line about each request goes, {@code stderr} or a file; empty for
 *     nowhere
 */
public record ServeConfig(
        GatewaySettings settings,
        Optional<Integer> parallel,
        String model,
        Map<String, Profile> profiles,
        Optional<String> accessLog) {

    /** The usual way, under the project's name. */
    public static final ServeConfig USUAL =
            new ServeConfig(
                    GatewaySettings.DEFAULT,
                    Optional.empty(),
                    "glimprouter",
                    Map.of(),
                    Optional.empty());

    /** Copies the map. */
    public ServeConfig {
        profiles = Map.copyOf(profiles);
    }
}
