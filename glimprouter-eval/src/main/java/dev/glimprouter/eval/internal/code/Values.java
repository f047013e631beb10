package dev.glimprouter.eval.internal.code;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;

/** Compares a function's result with the right one, both as JSON, the way Python's == does. */
final class Values {

    private static final int LONGEST = 512 << 20;
    private static final int MOST_DIGITS = 100_000;
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(LONGEST)
                                                    .maxNumberLength(MOST_DIGITS)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Values() {}

    /** Whether they are equal; a result that is no JSON equals nothing. */
    static boolean agree(String expected, String actual) {
        try {
            return agree(MAPPER.readTree(expected), MAPPER.readTree(actual));
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private static boolean agree(JsonNode a, JsonNode b) {
        if (a.isArray() && b.isArray()) {
            return a.size() == b.size() && sameItems(a, b);
        }
        if (a.isObject() && b.isObject()) {
            return a.size() == b.size()
                    && a.propertyNames().stream()
                            .allMatch(name -> b.has(name) && agree(a.get(name), b.get(name)));
        }
        if (isNumber(a) && isNumber(b)) {
            return sameNumber(a, b);
        }
        return a.equals(b);
    }

    private static boolean sameItems(JsonNode a, JsonNode b) {
        for (int i = 0; i < a.size(); i++) {
            if (!agree(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(JsonNode node) {
        return node.isNumber() || node.isBoolean();
    }

    private static boolean sameNumber(JsonNode a, JsonNode b) {
        if (isInfinite(a) || isInfinite(b)) {
            return isInfinite(a) && isInfinite(b) && a.doubleValue() == b.doubleValue();
        }
        return exact(a).compareTo(exact(b)) == 0;
    }

    private static boolean isInfinite(JsonNode node) {
        return node.isFloatingPointNumber() && Double.isInfinite(node.doubleValue());
    }

    private static BigDecimal exact(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return node.isIntegralNumber()
                ? new BigDecimal(node.bigIntegerValue())
                : new BigDecimal(node.doubleValue());
    }
}
