package dev.glimprouter.testkit.upstream.dialect;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;

/** A request's JSON object, read with defaults. */
record Body(JsonNode json) {

    static Body of(String text) {
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            if (json.isObject()) {
                return new Body(json);
            }
        } catch (JacksonException broken) {
            throw new Refusal(400, "the body is not JSON: " + broken.getOriginalMessage());
        }
        throw new Refusal(400, "the body is not a JSON object");
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    boolean flag(String name, boolean otherwise) {
        return has(name) ? json.get(name).booleanValue() : otherwise;
    }

    int integer(String name, int otherwise) {
        return has(name) ? json.get(name).intValue() : otherwise;
    }

    long big(String name, long otherwise) {
        return has(name) ? json.get(name).longValue() : otherwise;
    }

    double number(String name, double otherwise) {
        return has(name) ? json.get(name).doubleValue() : otherwise;
    }

    String text(String name, String otherwise) {
        return has(name) ? json.get(name).stringValue() : otherwise;
    }

    /** One text or a list of them. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (has(name)) {
            JsonNode node = json.get(name);
            if (node.isString()) {
                texts.add(node.stringValue());
            }
            node.forEach(one -> texts.add(one.stringValue()));
        }
        return texts;
    }

    List<Integer> integers(String name) {
        List<Integer> numbers = new ArrayList<>();
        if (has(name)) {
            json.get(name).forEach(one -> numbers.add(one.intValue()));
        }
        return numbers;
    }

    /** An object inside; empty where there is none. */
    Body inner(String name) {
        return new Body(has(name) ? json.get(name) : JsonMapper.shared().createObjectNode());
    }
}
