package dev.glimprouter.cli;

import dev.glimprouter.cli.config.KeyReference;
import dev.glimprouter.cli.config.RoleConfig;
import dev.glimprouter.cli.config.ServerValues;
import dev.glimprouter.cli.config.TimeoutNames;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.engine.Timeouts;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;

/** How one talks to the servers of all models; the file tells them apart. */
final class ServerOptions {

    @Option(
            names = "--profile",
            paramLabel = "KIND",
            description =
                    "Kind of server: vllm, sglang, llama-server, ollama, completions, chat, or a"
                            + " .json file (default: found out by asking).")
    @Nullable String profile;

    @Option(
            names = "--key",
            paramLabel = "WHERE",
            description = "Where the key is: env:NAME or file:PATH, never the key itself.")
    @Nullable String key;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Certificates (PEM) to trust beside those that Java trusts.")
    @Nullable Path certificates;

    @Option(
            names = "--timeouts",
            paramLabel = "NAME=TIME",
            split = ",",
            hideParamSyntax = true,
            description =
                    "How long to wait: connect=10s,first-token=10m,idle=2m,total=1h are the"
                            + " defaults; name those that differ.")
    Map<String, String> timeouts = Map.of();

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "Tries after a request that failed before its first token (default: 3).")
    @Nullable Integer retries;

    /** What holds where this is written beside the file and wins. */
    RoleConfig over(RoleConfig file) {
        ServerSettings settings = file.servers();
        settings = profile == null ? settings : ServerValues.withProfile(settings, profile);
        settings =
                certificates == null
                        ? settings
                        : ServerValues.withCertificates(settings, certificates);
        settings = settings.withTimeouts(over(settings.timeouts()));
        settings = retries == null ? settings : ServerValues.withTries(settings, retries);
        RoleConfig role = file.withServers(settings);
        return key == null ? role : role.withKey(new KeyReference(key));
    }

    private Timeouts over(Timeouts file) {
        Timeouts changed = file;
        for (Map.Entry<String, String> one : timeouts.entrySet()) {
            changed = TimeoutNames.with(changed, one.getKey(), one.getValue());
        }
        return changed;
    }
}
