package dev.glimprouter.testkit.upstream.dialect;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * Ollama's lines.
 *
 * @param wire for errors
 */
record OllamaShape(Wire wire) implements Shape {

    private static final Logprobs LOGPROBS =
            new Logprobs(-Float.MAX_VALUE, false, false, false, true, true, false);

    @Override
    public boolean isEvents() {
        return false;
    }

    @Override
    public JsonNode chunk(Job job, Chunk chunk) {
        ObjectNode line = line(job, chunk.text()).put("done", false);
        addLogprobs(line, chunk);
        return line;
    }

    @Override
    public List<JsonNode> closing(Job job, Finish finish) {
        return List.of(last(job, "", finish));
    }

    @Override
    public JsonNode whole(Job job, Chunk all) {
        ObjectNode whole = last(job, all.text(), all.finish().orElseThrow());
        addLogprobs(whole, all);
        return whole;
    }

    private static void addLogprobs(ObjectNode line, Chunk chunk) {
        ArrayNode list = LOGPROBS.list(chunk.entries());
        if (!list.isEmpty()) {
            line.set("logprobs", list);
        }
    }

    private static ObjectNode line(Job job, String text) {
        ObjectNode line = Json.object().put("model", job.manner().model());
        return line.put("created_at", "2026-11-22T00:00:00.000000000Z").put("response", text);
    }

    private static ObjectNode last(Job job, String text, Finish finish) {
        int evaluated = job.promptTokens() - job.cachedTokens();
        ObjectNode last = line(job, text).put("done", true).put("done_reason", finish.reason());
        last.put("total_duration", 1_000_000L * (evaluated + 10 * job.writtenTokens()));
        last.put("load_duration", 0);
        last.put("prompt_eval_count", job.promptTokens());
        last.put("prompt_eval_duration", 1_000_000L * evaluated);
        last.put("eval_count", job.writtenTokens());
        return last.put("eval_duration", 10_000_000L * job.writtenTokens());
    }

    @Override
    public JsonNode error(int status, String message) {
        return wire.error(status, message);
    }
}
