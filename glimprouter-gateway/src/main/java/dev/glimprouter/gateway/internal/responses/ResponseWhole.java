package dev.glimprouter.gateway.internal.responses;

import dev.glimprouter.gateway.internal.chat.Ended;
import dev.glimprouter.gateway.internal.chat.WholeReply;
import dev.glimprouter.trace.internal.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A response that is sent as a whole. */
final class ResponseWhole implements WholeReply {

    private final ResponseJson json;
    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder answer = new StringBuilder();
    private @Nullable Ended ended;

    ResponseWhole(ResponseJson json) {
        this.json = json;
    }

    @Override
    public void reasoning(int choice, String text) {
        reasoning.append(text);
    }

    @Override
    public void answer(int choice, String text) {
        answer.append(text);
    }

    @Override
    public void ended(int choice, Ended how) {
        ended = how;
    }

    @Override
    public String json() {
        Ended how = Objects.requireNonNull(ended, "ended");
        List<ObjectNode> output = new ArrayList<>();
        if (!reasoning.isEmpty()) {
            output.add(json.reasoning("completed", reasoning.toString()));
        }
        String status = ResponseJson.isCut(how) ? "incomplete" : "completed";
        output.add(json.message(status, answer.toString()));
        return Json.text(json.ended(how, output));
    }
}
