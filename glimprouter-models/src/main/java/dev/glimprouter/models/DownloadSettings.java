package dev.glimprouter.models;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where downloads come from and how patient they are.
 *
 * @param hub address of the model hub, without a trailing slash
 * @param pipCommands ways to call pip, the first that works is taken
 * @param connectTimeout longest wait for a connection
 * @param answerTimeout longest wait for the head of an answer
 * @param stallTimeout longest wait for the next bytes of a body
 * @param retryPause wait before a broken transfer is continued
 * @param freeSpace how free disk space is found out
 */
public record DownloadSettings(
        URI hub,
        List<List<String>> pipCommands,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration stallTimeout,
        Duration retryPause,
        FreeSpace freeSpace) {

    /** Hugging Face and the machine's own pip; 5 s to connect, 5 s to answer, 30 s for a stall. */
    public static final DownloadSettings DEFAULT =
            new DownloadSettings(
                    URI.create("https://huggingface.co"),
                    List.of(
                            List.of("pip3"),
                            List.of("pip"),
                            List.of("python3", "-m", "pip"),
                            List.of("python", "-m", "pip"),
                            List.of("py", "-m", "pip")),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(1),
                    FreeSpace.OF_DISK);

    /** Copies the lists. */
    public DownloadSettings {
        pipCommands = pipCommands.stream().map(List::copyOf).toList();
    }
}
