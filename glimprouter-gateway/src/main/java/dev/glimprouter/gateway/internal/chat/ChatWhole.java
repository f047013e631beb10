package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** A chat completion that is sent as a whole. */
final class ChatWhole implements WholeReply {

    private final ReplyHead head;
    private final List<Choice> choices = new ArrayList<>();

    /** A reply of which nothing has come yet. */
    ChatWhole(ReplyHead head) {
        this.head = head;
    }

    @Override
    public void reasoning(int choice, String text) {
        choice(choice).reasoning.append(text);
    }

    @Override
    public void answer(int choice, String text) {
        choice(choice).answer.append(text);
    }

    @Override
    public void ended(int choice, Ended ended) {
        choice(choice).ended.add(ended);
    }

    private Choice choice(int index) {
        while (choices.size() <= index) {
            choices.add(new Choice());
        }
        return choices.get(index);
    }

    @Override
    public String json() {
        ObjectNode to = head.json("chat.completion");
        ArrayNode list = to.putArray("choices");
        for (int i = 0; i < choices.size(); i++) {
            choices.get(i).put(list.addObject().put("index", i));
        }
        to.set(
                "usage",
                EndedJson.usage(
                        choices.stream().flatMap(choice -> choice.ended.stream()).toList()));
        return Json.text(to);
    }

    /** One answer. */
    private static final class Choice {
        private final StringBuilder reasoning = new StringBuilder();
        private final StringBuilder answer = new StringBuilder();
        private final List<Ended> ended = new ArrayList<>();

        void put(ObjectNode to) {
            to.putObject("message")
                    .put("role", "assistant")
                    .put("content", answer.toString())
                    .put("reasoning_content", reasoning.toString())
                    .putNull("refusal");
            to.putNull("logprobs");
            for (Ended end : ended) {
                to.put("finish_reason", end.finishReason());
                to.set(Extension.FIELD, EndedJson.extension(end.tally()));
            }
        }
    }
}
