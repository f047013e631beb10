package dev.glimprouter.template;

import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files that tools/golden-templates.py reads and writes, and the clock that it uses. */
public final class Golden {
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-05T09:07:03Z"), ZoneOffset.UTC);

    private static final JsonNode CASES = json("template-cases.json");

    private Golden() {}

    public static String text(String resource) {
        try (InputStream in = Golden.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new AssertionError("no test resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(String resource) {
        return JsonMapper.shared().readTree(text(resource));
    }

    static ChatTemplate template(String name) {
        return ChatTemplate.compile(text("templates/" + name + ".jinja"), "<s>", "</s>", CLOCK);
    }

    /** The messages of one conversation of template-cases.json. */
    static List<Message> messages(String conversation) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : CASES.get(conversation)) {
            String role = message.get("role").asString().toUpperCase(Locale.ROOT);
            messages.add(new Message(Role.valueOf(role), message.get("content").asString()));
        }
        return messages;
    }

    static String joined(List<Piece> pieces) {
        StringBuilder joined = new StringBuilder();
        pieces.forEach(piece -> joined.append(piece.text()));
        return joined.toString();
    }
}
