package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.openai.internal.profile.Profiles;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Requests and replies that tests share. */
final class Samples {

    static final Generation STEP =
            new Generation(new Sampling(0.6, 0.95, 20, 0), 512, Until.STEP, Distributions.FIRST, 7);

    private static final int[] IDS = {151644, 872, 198, 151667, 198};
    private static final String TEXT = "<|user|>2+2?<think>\n";

    private Samples() {}

    static PromptText prompt(String mode) {
        return switch (mode) {
            case "tokens" -> new PromptText.Ids(IDS);
            case "text" -> new PromptText.Text(TEXT);
            case "mixed" ->
                    new PromptText.Mixed(
                            List.of(new PromptText.Ids(IDS), new PromptText.Text(TEXT)));
            case "chat" ->
                    new PromptText.Chat(List.of(new Message(Role.USER, "2+2?")), "<think>\n");
            default -> throw new IllegalArgumentException(mode);
        };
    }

    static Ask ask(String mode) {
        return Ask.of(prompt(mode), "M", STEP, 20)
                .withRequestId(RequestId.of("p7", 12))
                .withUrgency(3)
                .withSlot(3);
    }

    static String file(String name) {
        try (InputStream file = Samples.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChunkReader reader(String profile) {
        return new ChunkReader(Profiles.named(profile), "http://server");
    }

    /** The pieces of a stream, read by a profile. */
    static List<Chunk> chunks(String profile, String name) {
        return file(name).lines().map(reader(profile)::read).toList();
    }
}
