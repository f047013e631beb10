package dev.glimprouter.openai.internal.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of the profiles that this library comes with. */
final class Bundled {

    /** Their names, in the order in which a server is compared with them. */
    static final List<String> NAMES =
            List.of("vllm", "sglang", "llama-server", "ollama", "completions", "chat");

    private Bundled() {}

    /**
     * The text of one.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static String json(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no profile \"%s\"; known are %s"
                            .formatted(name, String.join(", ", NAMES)));
        }
        try (InputStream file = Bundled.class.getResourceAsStream("/" + path(name))) {
            if (file == null) {
                throw new IllegalStateException(path(name) + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(String name) {
        return Bundled.class.getPackageName().replace('.', '/') + "/" + name + ".json";
    }
}
