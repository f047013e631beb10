package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.upstream.Play;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Makes JSON. */
final class Json {

    /** Ends a key that is to be written a second time; an object cannot hold it twice. */
    static final String AGAIN = "\u0001";

    private Json() {}

    static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    static ArrayNode array() {
        return JsonMapper.shared().createArrayNode();
    }

    static ArrayNode integers(List<Integer> numbers) {
        ArrayNode array = array();
        numbers.forEach(array::add);
        return array;
    }

    static ArrayNode bytes(byte[] bytes) {
        ArrayNode array = array();
        for (byte one : bytes) {
            array.add(one & 0xFF);
        }
        return array;
    }

    static String text(JsonNode json) {
        return json.toString().replace("\\u0001", "");
    }

    /** An answer with this body. */
    static Play answer(int status, JsonNode json) {
        return Play.json(status, text(json));
    }

    /** A good answer with this body. */
    static Play answer(JsonNode json) {
        return answer(200, json);
    }
}
