package dev.glimprouter.openai.internal.http;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a server says of a failure, in any of the shapes in use: {@code {"error":{"message"}}}
 * (OpenAI, llama-server), {@code {"object":"error","message"}} (vLLM, SGLang), {@code
 * {"error":"text"}} (Ollama), {@code {"detail"}} (FastAPI), a page, plain text.
 *
 * @param message its words, as it wrote them
 * @param code an HTTP status that the body names
 * @param type the body's type and code where they are words, in one text
 */
record ServerError(String message, OptionalInt code, String type) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern TITLE =
            Pattern.compile("<title>(.*?)</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Reads the body of a refusal. */
    static ServerError ofBody(String body) {
        JsonNode json = parse(body);
        if (json == null) {
            return plain(textOf(body));
        }
        return inside(json).orElseGet(() -> plain(loose(json)));
    }

    /** Finds a failure in an event of a stream, which usually holds none. */
    static Optional<ServerError> inEvent(String data) {
        return data.contains("\"error\"")
                ? Optional.ofNullable(parse(data)).flatMap(ServerError::inside)
                : Optional.empty();
    }

    /** The HTTP status that the body names. */
    OptionalInt status() {
        return code.isPresent() && code.getAsInt() >= 400 && code.getAsInt() < 600
                ? code
                : OptionalInt.empty();
    }

    /** A status that fits the body's words where it names none. */
    int likelyStatus() {
        String words = type.toLowerCase(Locale.ROOT);
        if (words.contains("badrequest")
                || words.contains("invalid")
                || words.contains("exceed_")) {
            return 400;
        }
        return words.contains("notfound") || words.contains("not_found") ? 404 : 500;
    }

    private static Optional<ServerError> inside(JsonNode json) {
        JsonNode error = json.path("error");
        if (error.isObject()) {
            return Optional.of(ofObject(error));
        }
        if (error.isString()) {
            String text = error.stringValue();
            JsonNode message = json.path("message");
            return Optional.of(plain(message.isString() ? text + ": " + message.asString() : text));
        }
        boolean flat = json.path("object").asString("").equals("error");
        return flat ? Optional.of(ofObject(json)) : Optional.empty();
    }

    private static ServerError ofObject(JsonNode error) {
        JsonNode code = error.path("code");
        String words =
                error.path("type").asString("") + " " + (code.isString() ? code.asString() : "");
        return new ServerError(
                error.path("message").asString(error.toString()),
                code.canConvertToInt() ? OptionalInt.of(code.intValue()) : OptionalInt.empty(),
                words.strip());
    }

    private static ServerError plain(String message) {
        return new ServerError(message, OptionalInt.empty(), "");
    }

    private static String loose(JsonNode json) {
        JsonNode detail = json.path("detail");
        if (detail.isArray()) {
            List<String> complaints = new ArrayList<>();
            detail.forEach(one -> complaints.add(complaint(one)));
            return String.join("; ", complaints);
        }
        return detail.asString(json.path("message").asString(json.toString()));
    }

    private static String complaint(JsonNode one) {
        String place =
                one.path("loc")
                        .valueStream()
                        .map(part -> part.asString(""))
                        .collect(Collectors.joining("."));
        String says = one.path("msg").asString(one.toString());
        return place.isEmpty() ? says : place + ": " + says;
    }

    private static String textOf(String body) {
        Matcher title = TITLE.matcher(body);
        return title.find() ? title.group(1) : body.replaceAll("<[^>]*>", " ");
    }

    private static @Nullable JsonNode parse(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            return json.isObject() ? json : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
