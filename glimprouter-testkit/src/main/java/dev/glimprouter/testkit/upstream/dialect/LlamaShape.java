package dev.glimprouter.testkit.upstream.dialect;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * llama-server's own completion.
 *
 * @param wire for errors
 */
record LlamaShape(Wire wire) implements Shape {

    @Override
    public boolean saysDone() {
        return false;
    }

    @Override
    public JsonNode chunk(Job job, Chunk chunk) {
        ObjectNode message = Json.object().put("index", 0).put("content", chunk.text());
        message.set("tokens", Json.integers(chunk.ids()));
        message.put("stop", false).put("id_slot", job.slot());
        message.put("tokens_predicted", job.writtenTokens());
        message.put("tokens_evaluated", job.promptTokens());
        addProbabilities(message, chunk);
        if (job.ask().body().flag("timings_per_token", false)) {
            message.set("timings", Usage.timings(job));
        }
        return message;
    }

    @Override
    public List<JsonNode> closing(Job job, Finish finish) {
        return List.of(last(job, "", Json.array(), finish));
    }

    @Override
    public JsonNode whole(Job job, Chunk all) {
        boolean tokens = job.ask().body().flag("return_tokens", false);
        ArrayNode ids = tokens ? Json.integers(all.ids()) : Json.array();
        ObjectNode whole = last(job, all.text(), ids, all.finish().orElseThrow());
        addProbabilities(whole, all);
        return whole;
    }

    private static void addProbabilities(ObjectNode message, Chunk chunk) {
        ArrayNode list = Flavour.LLAMA.logprobs().list(chunk.entries());
        if (!list.isEmpty()) {
            message.set("completion_probabilities", list);
        }
    }

    private static ObjectNode last(Job job, String content, ArrayNode tokens, Finish finish) {
        ObjectNode last = Json.object().put("index", 0).put("content", content);
        last.set("tokens", tokens);
        last.put("id_slot", job.slot()).put("stop", true).put("model", job.manner().model());
        last.put("tokens_predicted", job.writtenTokens());
        last.put("tokens_evaluated", job.promptTokens());
        last.putObject("generation_settings").put("n_predict", job.limit());
        last.put("prompt", job.host().words().decode(job.ask().prompt()));
        last.put("has_new_line", false).put("truncated", false);
        last.put("stop_type", type(finish)).put("stopping_word", finish.word());
        last.put("tokens_cached", job.promptTokens() + job.writtenTokens() - 1);
        last.set("timings", Usage.timings(job));
        return last;
    }

    private static String type(Finish finish) {
        return switch (finish.why()) {
            case WORD -> "word";
            case END -> "eos";
            case LENGTH -> "limit";
            case ABORT -> "none";
        };
    }

    @Override
    public JsonNode error(int status, String message) {
        return wire.error(status, message);
    }
}
