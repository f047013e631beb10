package dev.glimprouter.testkit.upstream.dialect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * How a server writes log-probabilities.
 *
 * @param floor what stands for negative infinity; NaN for null
 * @param ids whether entries carry ids
 * @param idNames whether a token is named {@code token_id:N}
 * @param latin whether bytes that are no text are written as Latin-1, not as U+FFFD
 * @param sentText whether the written token is named by the text that was sent with it
 * @param textOffset whether offsets are told; else they are -1
 * @param addsWritten whether a map lists the written token too when it is not among the likeliest
 */
record Logprobs(
        double floor,
        boolean ids,
        boolean idNames,
        boolean latin,
        boolean sentText,
        boolean textOffset,
        boolean addsWritten) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    Logprobs withIdNames(boolean named) {
        return new Logprobs(floor, ids, named, latin, sentText, textOffset, addsWritten);
    }

    /** Parallel arrays with maps, as in OpenAI's completions; null where nothing is known. */
    JsonNode arrays(List<Entry> entries, int offset) {
        if (entries.stream().allMatch(entry -> entry.top().isEmpty())) {
            return NODES.nullNode();
        }
        ArrayNode offsets = Json.array();
        ArrayNode logprobs = Json.array();
        ArrayNode names = Json.array();
        ArrayNode tops = Json.array();
        int at = offset;
        for (Entry entry : entries) {
            offsets.add(textOffset ? at : -1);
            at += entry.sent().length();
            names.add(name(entry.token()));
            logprobs.add(
                    entry.top().isEmpty() ? NODES.nullNode() : number(entry.token().logprob()));
            tops.add(entry.top().isEmpty() ? NODES.nullNode() : map(entry));
        }
        ObjectNode all = Json.object();
        all.set("text_offset", offsets);
        all.set("token_logprobs", logprobs);
        all.set("tokens", names);
        all.set("top_logprobs", tops);
        return all;
    }

    private ObjectNode map(Entry entry) {
        ObjectNode map = Json.object();
        List<Option> top = entry.top().orElseThrow();
        for (int i = 0; i < top.size(); i++) {
            boolean again = i == 1 && top.get(0).id() == top.get(1).id();
            map.set(name(top.get(i)) + (again ? Json.AGAIN : ""), number(top.get(i).logprob()));
        }
        if (addsWritten && !map.has(name(entry.token()))) {
            map.set(name(entry.token()), number(entry.token().logprob()));
        }
        return map;
    }

    /** A list of entries, as in OpenAI's chat; null where nothing is known. */
    JsonNode content(List<Entry> entries) {
        ArrayNode list = list(entries);
        if (list.isEmpty()) {
            return NODES.nullNode();
        }
        ObjectNode content = Json.object();
        content.set("content", list);
        return content;
    }

    /** The entries of which something is known. */
    ArrayNode list(List<Entry> entries) {
        ArrayNode list = Json.array();
        for (Entry entry : entries) {
            if (entry.top().isPresent()) {
                ObjectNode one = option(entry.token());
                if (sentText) {
                    one.put("token", entry.sent());
                    one.set("bytes", Json.bytes(entry.sent().getBytes(UTF_8)));
                }
                ArrayNode top = Json.array();
                entry.top().get().forEach(option -> top.add(option(option)));
                one.set("top_logprobs", top);
                list.add(one);
            }
        }
        return list;
    }

    private ObjectNode option(Option option) {
        ObjectNode one = Json.object();
        if (ids) {
            one.put("id", option.id());
        }
        one.put("token", name(option));
        one.set("bytes", Json.bytes(option.bytes()));
        one.set("logprob", number(option.logprob()));
        return one;
    }

    private String name(Option option) {
        if (idNames) {
            return "token_id:" + option.id();
        }
        String text = new String(option.bytes(), UTF_8);
        return latin && text.indexOf('\ufffd') >= 0 ? new String(option.bytes(), ISO_8859_1) : text;
    }

    private JsonNode number(double logprob) {
        double told = logprob == Double.NEGATIVE_INFINITY ? floor : logprob;
        return Double.isNaN(told) ? NODES.nullNode() : NODES.numberNode(told);
    }
}
