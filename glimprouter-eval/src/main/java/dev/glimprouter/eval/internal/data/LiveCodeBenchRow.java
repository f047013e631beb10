package dev.glimprouter.eval.internal.data;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one problem that were asked for. The others are read over without being kept.
 *
 * @param fields texts by name
 */
record LiveCodeBenchRow(Map<String, String> fields) {

    static final String PUBLIC_TESTS = "public_test_cases";
    static final String HIDDEN_TESTS = "private_test_cases";
    static final String METADATA = "metadata";

    private static final Set<String> TEXTS =
            Set.of(
                    "question_id",
                    "question_title",
                    "question_content",
                    "starter_code",
                    "difficulty",
                    PUBLIC_TESTS);
    private static final Set<String> TESTS =
            Set.of("question_id", METADATA, PUBLIC_TESTS, HIDDEN_TESTS);
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(LiveCodeBench.MAX_LINE_BYTES)
                                    .build())
                    .build();

    /** What is asked of the model, and the public tests. */
    static LiveCodeBenchRow texts(byte[] line) {
        return read(line, TEXTS);
    }

    /** The tests and what is needed to run them. */
    static LiveCodeBenchRow tests(byte[] line) {
        return read(line, TESTS);
    }

    private static LiveCodeBenchRow read(byte[] line, Set<String> names) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (parser.nextToken() == JsonToken.VALUE_STRING && names.contains(name)) {
                    fields.put(name, parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
            return new LiveCodeBenchRow(Map.copyOf(fields));
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "not valid JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    String text(String name) {
        return maybeText(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the field \"%s\" must be a text".formatted(name)));
    }

    Optional<String> maybeText(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
