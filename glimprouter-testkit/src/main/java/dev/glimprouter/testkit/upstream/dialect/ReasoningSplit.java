package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.engine.StopScanner;

import tools.jackson.databind.node.ObjectNode;

/** What a reasoning parser does to a chat's text. */
final class ReasoningSplit {

    private ReasoningSplit() {}

    /** Puts text into a message: as thoughts until a close tag, which is swallowed, if parsed. */
    static void put(ObjectNode message, Job job, String text) {
        String field =
                job.manner().has(Quirk.REASONING)
                        ? "reasoning"
                        : job.manner().has(Quirk.REASONING_CONTENT) ? "reasoning_content" : "";
        if (field.isEmpty() || !job.isReasoning()) {
            message.put("content", text);
            return;
        }
        int tag = text.indexOf(StopScanner.CLOSE_TAG);
        if (tag < 0) {
            message.put(field, text);
            return;
        }
        job.reasoningEnds();
        if (tag > 0) {
            message.put(field, text.substring(0, tag));
        }
        message.put("content", text.substring(tag + StopScanner.CLOSE_TAG.length()));
    }
}
