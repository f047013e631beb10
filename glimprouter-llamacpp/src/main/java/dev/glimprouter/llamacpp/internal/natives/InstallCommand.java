package dev.glimprouter.llamacpp.internal.natives;

import java.nio.file.Path;
import java.util.List;

/**
 * How to get the natives of one npm package by hand.
 *
 * @param npmPackage its name without version
 * @param cache our cache folder; the package goes below it
 */
public record InstallCommand(String npmPackage, Path cache) {

    /** The command line, word by word. */
    public List<String> words() {
        return List.of(
                "npm",
                "install",
                "--ignore-scripts",
                "--no-save",
                "--prefix",
                folder().toString(),
                npmPackage + "@" + Platform.VERSION);
    }

    /** The command line as one would type it. */
    public String text() {
        return String.join(" ", words().stream().map(InstallCommand::quoted).toList());
    }

    /** The folder to name with {@code --lib-dir} afterwards. */
    public Path libraries() {
        String variant = npmPackage.substring(npmPackage.indexOf('/') + 1);
        return folder().resolve("node_modules").resolve(npmPackage).resolve("bins", variant);
    }

    private Path folder() {
        return cache.resolve("npm");
    }

    private static String quoted(String word) {
        return word.contains(" ") ? "\"" + word + "\"" : word;
    }
}
