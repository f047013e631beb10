package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** The events of one streamed reply as bytes. None but an error has a field {@code error}. */
public final class Chunks {

    private static final String DATA = "data: ";
    private static final String END = "\n\n";
    private static final byte[] ROLE = bytes(",\"delta\":{\"role\":\"assistant\",\"content\":");
    private static final byte[] REASONING = bytes(",\"delta\":{\"reasoning_content\":");
    private static final byte[] ANSWER = bytes(",\"delta\":{\"content\":");
    private static final byte[] GOES_ON = bytes("},\"finish_reason\":null}]}" + END);

    private final ReplyHead head;
    private final byte[] beginning;

    /** The events of a reply. */
    Chunks(ReplyHead head) {
        this.head = head;
        String object = Json.text(head.json("chat.completion.chunk"));
        this.beginning =
                bytes(
                        DATA
                                + object.substring(0, object.length() - 1)
                                + ",\"choices\":[{\"index\":");
    }

    /** An answer begins. */
    byte[] role(int choice) {
        return delta(choice, ROLE, "");
    }

    /** A piece of a reasoning. */
    byte[] reasoning(int choice, String text) {
        return delta(choice, REASONING, text);
    }

    /** A piece of an answer. */
    byte[] answer(int choice, String text) {
        return delta(choice, ANSWER, text);
    }

    private byte[] delta(int choice, byte[] field, String text) {
        byte[] index = bytes(Integer.toString(choice));
        byte[] value = bytes(Json.quoted(text));
        return ByteBuffer.allocate(
                        beginning.length
                                + index.length
                                + field.length
                                + value.length
                                + GOES_ON.length)
                .put(beginning)
                .put(index)
                .put(field)
                .put(value)
                .put(GOES_ON)
                .array();
    }

    /** An answer is complete. */
    byte[] ended(int choice, Ended ended) {
        ObjectNode to = head.json("chat.completion.chunk");
        ObjectNode item = to.putArray("choices").addObject().put("index", choice);
        item.putObject("delta");
        item.put("finish_reason", ended.finishReason());
        item.set(Extension.FIELD, EndedJson.extension(ended.tally()));
        return event(Json.text(to));
    }

    /** What all answers took; without choices. */
    byte[] usage(Collection<Ended> all) {
        ObjectNode to = head.json("chat.completion.chunk");
        to.putArray("choices");
        to.set("usage", EndedJson.usage(all));
        return event(Json.text(to));
    }

    /** The end of a reply that is complete. */
    static byte[] done() {
        return event("[DONE]");
    }

    /** The end of one that is not; a blank line before it, lest half an event swallow it. */
    static byte[] error(ApiError error) {
        return bytes(END + DATA + ErrorJson.of(error) + END);
    }

    /** Something that clients do not see, so that nobody takes the connection for dead. */
    public static byte[] comment() {
        return bytes(": keep-alive" + END);
    }

    private static byte[] event(String data) {
        return bytes(DATA + data + END);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
