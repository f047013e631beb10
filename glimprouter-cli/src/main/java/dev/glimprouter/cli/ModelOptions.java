package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** Which models. */
final class ModelOptions {

    @Option(
            names = "--pair",
            paramLabel = "NAME",
            description = "A pair of the catalogue (default: qwen-coder).")
    @Nullable String pair;

    @Option(
            names = "--small",
            paramLabel = "REF",
            description =
                    "The small model: a catalogue name, a path to a .gguf file, or "
                            + "hf:owner/repo/file.gguf. Needs --large, unless the strategy needs only one.")
    @Nullable String small;

    @Option(
            names = "--large",
            paramLabel = "REF",
            description = "The large model, named in the same way.")
    @Nullable String large;

    /** Checks that a pair is not mixed with single models. */
    void check() {
        if (pair != null && (small != null || large != null)) {
            throw new RequestException(
                    "Name either a pair or single models: --pair does not go with --small or --large.");
        }
    }
}
