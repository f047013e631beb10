package dev.glimprouter.gateway.internal.responses;

import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

/**
 * The events of the one part of one item.
 *
 * @param line sends them
 * @param itemId names the item
 * @param index its place in the output
 * @param part what the place of the part is called
 */
record ItemEvents(EventLine line, String itemId, int index, String part) {

    void added(ObjectNode item) {
        line.send("response.output_item.added", place().set("item", item));
    }

    void done(ObjectNode item) {
        line.send("response.output_item.done", place().set("item", item));
    }

    /** The part with a field more. */
    ObjectNode within() {
        return Json.object().put("item_id", itemId).put("output_index", index).put(part, 0);
    }

    private ObjectNode place() {
        return Json.object().put("output_index", index);
    }
}
