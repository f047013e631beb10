package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.cli.config.ConfigReader;
import dev.glimprouter.models.Models;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A file with what one does not want to write again and again. */
final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Take models, servers and options from a YAML file (docs/config.md); what is"
                            + " written here wins over it.")
    @Nullable Path file;

    /**
     * What the file says; nothing if there is none.
     *
     * @throws dev.glimprouter.error.RequestException if it cannot be read
     */
    Config read(Models models) {
        return reading(models).map(Supplier::get).orElse(Config.NONE);
    }

    /** Reads the file each time; empty if there is none. */
    Optional<Supplier<Config>> reading(Models models) {
        return Optional.ofNullable(file).map(path -> () -> new ConfigReader(models).read(path));
    }
}
