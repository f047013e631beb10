package dev.glimprouter.cli.config;

import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.models.ModelRef;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is written about the model of one role.
 *
 * @param model which one; empty where nothing is said
 * @param servers how one talks to its servers, without the key
 * @param key where the key is
 */
public record RoleConfig(
        Optional<ModelRef> model, ServerSettings servers, Optional<KeyReference> key) {

    /** Nothing written. */
    public static final RoleConfig NONE =
            new RoleConfig(Optional.empty(), ServerSettings.DEFAULT, Optional.empty());

    /** The same with other settings. */
    public RoleConfig withServers(ServerSettings others) {
        return new RoleConfig(model, others, key);
    }

    /** The same with another key. */
    public RoleConfig withKey(KeyReference other) {
        return new RoleConfig(model, servers, Optional.of(other));
    }

    /**
     * A model whose servers are talked to in this way; a model file needs no key.
     *
     * @param environment variables by name, null for what is not set
     * @throws dev.glimprouter.error.SetupException if there is no such key
     */
    public ModelRef applyTo(ModelRef ref, UnaryOperator<@Nullable String> environment) {
        return switch (ref) {
            case ModelRef.Servers _ ->
                    ref.with(
                            key.map(where -> servers.withKey(where.fetch(environment)))
                                    .orElse(servers));
            case ModelRef.Named _, ModelRef.Hub _, ModelRef.LocalFile _ -> ref;
        };
    }
}
