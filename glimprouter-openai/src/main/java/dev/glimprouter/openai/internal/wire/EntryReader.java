package dev.glimprouter.openai.internal.wire;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The list of log-probabilities in every shape that servers give it: objects in {@code content}, in
 * {@code completion_probabilities} or bare, and OpenAI's older parallel arrays.
 */
final class EntryReader {

    /** Servers write -9999 or the least float for a probability of zero. */
    private static final double FLOOR = -9000;

    private EntryReader() {}

    static List<Entry> read(JsonNode choice) {
        JsonNode logProbs = choice.path("logprobs");
        if (logProbs.isArray()) {
            return objects(logProbs);
        }
        if (logProbs.path("content").isArray()) {
            return objects(logProbs.path("content"));
        }
        if (logProbs.isObject()) {
            return arrays(logProbs);
        }
        return objects(choice.path("completion_probabilities"));
    }

    private static List<Entry> objects(JsonNode list) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : list) {
            if (item.isObject()) {
                entries.add(
                        new Entry(
                                candidate(item), CandidateList.of(top(item.path("top_logprobs")))));
            }
        }
        return entries;
    }

    private static List<Entry> arrays(JsonNode logProbs) {
        JsonNode tokens = logProbs.path("tokens");
        JsonNode values = logProbs.path("token_logprobs");
        JsonNode tops = logProbs.path("top_logprobs");
        int size = Math.max(tokens.size(), Math.max(values.size(), tops.size()));
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Candidate sampled = named(tokens.path(i).asString(""), values.path(i));
            entries.add(new Entry(sampled, CandidateList.of(top(tops.path(i)))));
        }
        return entries;
    }

    private static List<Candidate> top(JsonNode listed) {
        List<Candidate> top = new ArrayList<>();
        if (listed.isObject()) {
            for (Map.Entry<String, JsonNode> field : listed.properties()) {
                JsonNode value = field.getValue();
                top.add(named(field.getKey(), value.isObject() ? value.path("logprob") : value));
            }
        } else {
            for (JsonNode item : listed) {
                top.add(candidate(item));
            }
        }
        return top;
    }

    private static Candidate candidate(JsonNode item) {
        TokenKey key = TokenKeys.of(item);
        String text = Json.text(item, "token");
        return new Candidate(
                key, text.isEmpty() ? TokenKeys.name(key) : text, real(item.path("logprob")));
    }

    private static Candidate named(String text, JsonNode value) {
        return new Candidate(TokenKeys.ofText(text), text, real(value));
    }

    private static double real(JsonNode value) {
        double real = value.isNumber() ? value.doubleValue() : Double.NaN;
        return Double.isNaN(real) || real < FLOOR ? Double.NEGATIVE_INFINITY : real;
    }
}
