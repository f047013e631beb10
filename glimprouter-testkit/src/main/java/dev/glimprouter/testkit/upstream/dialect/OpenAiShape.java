package dev.glimprouter.testkit.upstream.dialect;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * OpenAI's completions or chat, in somebody's version.
 *
 * @param wire for errors
 */
record OpenAiShape(Wire wire, Flavour flavour, boolean chat) implements Shape {

    private static final long CREATED = 1_790_000_000;

    @Override
    public List<JsonNode> opening(Job job) {
        if (!chat && !job.manner().has(Quirk.ROLE_CHUNK)) {
            return List.of();
        }
        ObjectNode choice = Json.object().put("index", 0);
        if (chat) {
            choice.putObject("delta").put("role", "assistant").put("content", "");
        } else {
            choice.put("text", "");
        }
        choice.putNull("logprobs").putNull("finish_reason");
        return List.of(root(job, "chat.completion.chunk", choice));
    }

    @Override
    public JsonNode chunk(Job job, Chunk chunk) {
        ObjectNode choice = choice(job, chunk, "delta");
        Optional<Finish> finish = flavour.finishesApart(chat) ? Optional.empty() : chunk.finish();
        addFinish(choice, finish);
        return root(job, "chat.completion.chunk", choice);
    }

    @Override
    public List<JsonNode> closing(Job job, Finish finish) {
        List<JsonNode> messages = new ArrayList<>();
        if (flavour.finishesApart(chat)) {
            ObjectNode choice = Json.object().put("index", 0);
            if (chat) {
                choice.putObject("delta");
            } else {
                choice.put("text", "");
            }
            choice.putNull("logprobs");
            addFinish(choice, Optional.of(finish));
            ObjectNode last = root(job, "chat.completion.chunk", choice);
            if (flavour == Flavour.LLAMA) {
                last.set("timings", Usage.timings(job));
            }
            messages.add(last);
        }
        if (Usage.isStreamed(job)) {
            ObjectNode usage = root(job, "chat.completion.chunk");
            usage.set("usage", Usage.of(job));
            messages.add(usage);
        }
        return messages;
    }

    @Override
    public JsonNode whole(Job job, Chunk all) {
        ObjectNode choice = choice(job, all, "message");
        addFinish(choice, all.finish());
        ObjectNode whole = root(job, "chat.completion", choice);
        if (!job.manner().has(Quirk.NO_USAGE)) {
            whole.set("usage", Usage.of(job));
        }
        if (flavour == Flavour.LLAMA) {
            whole.set("timings", Usage.timings(job));
        }
        return whole;
    }

    private ObjectNode root(Job job, String chatObject, JsonNode... choices) {
        ObjectNode root = Json.object();
        root.put("id", job.id(chat ? "chatcmpl-" : "cmpl-"));
        root.put("object", chat ? chatObject : "text_completion");
        root.put("created", CREATED).put("model", job.manner().model());
        ArrayNode all = root.putArray("choices");
        for (JsonNode choice : choices) {
            all.add(choice);
        }
        return root;
    }

    private ObjectNode choice(Job job, Chunk chunk, String chatField) {
        ObjectNode choice = Json.object().put("index", 0);
        if (chat) {
            ObjectNode message = choice.putObject(chatField);
            if (chatField.equals("message")) {
                message.put("role", "assistant");
            }
            ReasoningSplit.put(message, job, chunk.text());
        } else {
            choice.put("text", chunk.text());
        }
        choice.set("logprobs", logprobs(job, chunk));
        if (flavour == Flavour.VLLM && job.ask().body().flag("return_token_ids", false)) {
            choice.set("token_ids", Json.integers(chunk.ids()));
            boolean first = job.writtenTokens() == chunk.entries().size();
            choice.set(
                    "prompt_token_ids",
                    first
                            ? Json.integers(job.ask().prompt())
                            : JsonNodeFactory.instance.nullNode());
        }
        return choice;
    }

    private JsonNode logprobs(Job job, Chunk chunk) {
        boolean named = job.ask().body().flag("return_tokens_as_token_ids", false);
        Logprobs logprobs = flavour.logprobs().withIdNames(flavour == Flavour.VLLM && named);
        return chat || flavour.listsEverywhere()
                ? logprobs.content(chunk.entries())
                : logprobs.arrays(chunk.entries(), job.offset());
    }

    private void addFinish(ObjectNode choice, Optional<Finish> finish) {
        if (finish.isEmpty()) {
            choice.putNull("finish_reason");
            flavour.openFields(choice);
        } else {
            choice.put("finish_reason", finish.get().reason());
            flavour.stopFields(choice, finish.get());
        }
    }

    @Override
    public JsonNode error(int status, String message) {
        return wire.error(status, message);
    }

    @Override
    public JsonNode errorMessage(int status, String message) {
        JsonNode error = wire.error(status, message);
        if (error.has("error")) {
            return error;
        }
        ObjectNode wrapped = Json.object();
        wrapped.set("error", error);
        return wrapped;
    }

    @Override
    public Optional<String> lastWordAfterError() {
        return flavour == Flavour.VLLM ? Optional.of("[DONE]") : Optional.empty();
    }
}
