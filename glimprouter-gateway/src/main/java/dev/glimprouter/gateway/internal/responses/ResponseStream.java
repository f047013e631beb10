package dev.glimprouter.gateway.internal.responses;

import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.Chunks;
import dev.glimprouter.gateway.internal.chat.Ended;
import dev.glimprouter.gateway.internal.chat.StreamReply;
import dev.glimprouter.trace.internal.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A streamed response: an item of reasoning, if there is any, then an item of the answer. */
final class ResponseStream implements StreamReply {

    private final ResponseJson json;
    private final Consumer<byte[]> wire;
    private final EventLine line;
    private final List<ObjectNode> output = new ArrayList<>();
    private boolean begun;
    private @Nullable StreamedItem open;
    private @Nullable Ended ended;

    ResponseStream(ResponseJson json, Consumer<byte[]> wire) {
        this.json = json;
        this.wire = wire;
        this.line = new EventLine(wire);
    }

    @Override
    public void reasoning(int choice, String text) {
        StreamedItem item = open;
        if (item == null) {
            begin();
            item = StreamedItem.reasoning(json, line, output.size());
            open = item;
        }
        item.add(text);
    }

    @Override
    public void answer(int choice, String text) {
        message().add(text);
    }

    /** The item of the answer, which follows that of the reasoning. */
    private StreamedItem message() {
        StreamedItem item = open;
        if (item == null || !item.isAnswer()) {
            begin();
            close("completed");
            item = StreamedItem.answer(json, line, output.size());
            open = item;
        }
        return item;
    }

    @Override
    public void ended(int choice, Ended how) {
        message();
        close(ResponseJson.isCut(how) ? "incomplete" : "completed");
        ended = how;
    }

    private void begin() {
        if (!begun) {
            begun = true;
            line.send("response.created", response(json.begun()));
            line.send("response.in_progress", response(json.begun()));
        }
    }

    private void close(String status) {
        if (open != null) {
            output.add(open.end(status));
            open = null;
        }
    }

    private static ObjectNode response(ObjectNode response) {
        return Json.object().set("response", response);
    }

    @Override
    public void done() {
        Ended how = Objects.requireNonNull(ended, "ended");
        line.send(
                ResponseJson.isCut(how) ? "response.incomplete" : "response.completed",
                response(json.ended(how, output)));
    }

    @Override
    public void failed(ApiError error) {
        begin();
        List<ObjectNode> all = new ArrayList<>(output);
        if (open != null) {
            all.add(open.asItIs("incomplete"));
        }
        line.sendApart("response.failed", response(json.failed(error, all)));
    }

    @Override
    public void comment() {
        wire.accept(Chunks.comment());
    }
}
