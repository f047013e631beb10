package dev.glimprouter.gateway.internal.responses;

import tools.jackson.databind.node.ObjectNode;

/** An item of a streamed response while it is being written. Not thread safe. */
final class StreamedItem {

    private final ResponseJson json;
    private final EventLine line;
    private final ItemEvents events;
    private final boolean answer;
    private final StringBuilder text = new StringBuilder();

    private StreamedItem(ResponseJson json, EventLine line, ItemEvents events, boolean answer) {
        this.json = json;
        this.line = line;
        this.events = events;
        this.answer = answer;
    }

    /** Begins the reasoning. */
    static StreamedItem reasoning(ResponseJson json, EventLine line, int index) {
        ItemEvents events = new ItemEvents(line, json.reasoningId(), index, "summary_index");
        StreamedItem item = new StreamedItem(json, line, events, false);
        events.added(json.reasoning("in_progress", ""));
        item.part("response.reasoning_summary_part.added", ResponseJson.summaryPart(""));
        return item;
    }

    /** Begins the answer. */
    static StreamedItem answer(ResponseJson json, EventLine line, int index) {
        ItemEvents events = new ItemEvents(line, json.messageId(), index, "content_index");
        StreamedItem item = new StreamedItem(json, line, events, true);
        events.added(json.message("in_progress"));
        item.part("response.content_part.added", ResponseJson.textPart(""));
        return item;
    }

    boolean isAnswer() {
        return answer;
    }

    void add(String piece) {
        text.append(piece);
        text(
                answer ? "response.output_text.delta" : "response.reasoning_summary_text.delta",
                "delta",
                piece);
    }

    /** Ends it; the item as it is now. */
    ObjectNode end(String status) {
        String all = text.toString();
        if (answer) {
            text("response.output_text.done", "text", all);
            part("response.content_part.done", ResponseJson.textPart(all));
        } else {
            text("response.reasoning_summary_text.done", "text", all);
            part("response.reasoning_summary_part.done", ResponseJson.summaryPart(all));
        }
        ObjectNode item = asItIs(status);
        events.done(item);
        return item;
    }

    /** The item as it is now. */
    ObjectNode asItIs(String status) {
        return answer
                ? json.message(status, text.toString())
                : json.reasoning(status, text.toString());
    }

    private void part(String type, ObjectNode part) {
        line.send(type, events.within().set("part", part));
    }

    private void text(String type, String field, String value) {
        ObjectNode fields = events.within().put(field, value);
        if (answer) {
            fields.putArray("logprobs");
        }
        line.send(type, fields);
    }
}
