package dev.glimprouter.eval.internal.hidden;

import dev.glimprouter.eval.data.CodeTest;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.List;

/** A list of tests as JSON: objects with the texts {@code input} and {@code output}. */
public final class TestList {

    private static final int MOST_TESTS = 10_000;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(HiddenTests.MAX_BYTES)
                                    .build())
                    .build();

    private TestList() {}

    /**
     * Reads a list.
     *
     * @throws UnreadableTests if it is no list of tests
     */
    public static List<CodeTest> read(String json) throws UnreadableTests {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return read(parser);
        } catch (JacksonException broken) {
            throw damaged(broken);
        }
    }

    static List<CodeTest> read(byte[] json) throws UnreadableTests {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return read(parser);
        } catch (JacksonException broken) {
            throw damaged(broken);
        }
    }

    private static UnreadableTests damaged(JacksonException broken) {
        return new UnreadableTests(
                "the tests are not valid JSON: " + broken.getOriginalMessage(), broken);
    }

    private static List<CodeTest> read(JsonParser parser) throws UnreadableTests {
        require(parser.nextToken() == JsonToken.START_ARRAY);
        List<CodeTest> tests = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            require(token == JsonToken.START_OBJECT && tests.size() < MOST_TESTS);
            tests.add(test(parser));
        }
        require(parser.nextToken() == null);
        return tests;
    }

    private static CodeTest test(JsonParser parser) throws UnreadableTests {
        String input = null;
        String output = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
            if (text && name.equals("input")) {
                input = parser.getString();
            } else if (text && name.equals("output")) {
                output = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
        require(parser.currentToken() == JsonToken.END_OBJECT);
        if (input == null || output == null) {
            throw new UnreadableTests("a test lacks its input or its output");
        }
        return new CodeTest(input, output);
    }

    private static void require(boolean holds) throws UnreadableTests {
        if (!holds) {
            throw new UnreadableTests("the tests are no list of tests");
        }
    }
}
