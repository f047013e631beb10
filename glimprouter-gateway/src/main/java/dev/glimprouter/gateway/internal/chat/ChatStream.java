package dev.glimprouter.gateway.internal.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A streamed chat completion. What is followed at once by something else goes out with it: that an
 * answer begins with its first text, that the last one has ended with the end of the reply.
 */
final class ChatStream implements StreamReply {

    private final Chunks chunks;
    private final int choices;
    private final boolean usage;
    private final Consumer<byte[]> wire;
    private final List<Ended> ended = new ArrayList<>();
    private int begun;
    private byte[] held = {};

    /**
     * A reply of which nothing was sent yet.
     *
     * @param choices how many answers are wanted
     * @param usage whether the client wants to know what it took
     * @param wire sends an event; safe for use by any thread
     */
    ChatStream(ReplyHead head, int choices, boolean usage, Consumer<byte[]> wire) {
        this.chunks = new Chunks(head);
        this.choices = choices;
        this.usage = usage;
        this.wire = wire;
    }

    @Override
    public void reasoning(int choice, String text) {
        begin(choice);
        send(chunks.reasoning(choice, text));
    }

    @Override
    public void answer(int choice, String text) {
        begin(choice);
        send(chunks.answer(choice, text));
    }

    @Override
    public void ended(int choice, Ended how) {
        begin(choice);
        ended.add(how);
        byte[] event = chunks.ended(choice, how);
        if (ended.size() < choices) {
            send(event);
        } else {
            hold(event);
        }
    }

    private void begin(int choice) {
        if (begun <= choice) {
            begun = choice + 1;
            hold(chunks.role(choice));
        }
    }

    private void hold(byte[] event) {
        held = with(event);
    }

    private void send(byte[] event) {
        byte[] all = with(event);
        held = new byte[0];
        wire.accept(all);
    }

    private byte[] with(byte[] event) {
        if (held.length == 0) {
            return event;
        }
        byte[] all = Arrays.copyOf(held, held.length + event.length);
        System.arraycopy(event, 0, all, held.length, event.length);
        return all;
    }

    @Override
    public void done() {
        if (usage) {
            hold(chunks.usage(ended));
        }
        send(Chunks.done());
    }

    @Override
    public void failed(ApiError error) {
        send(Chunks.error(error));
    }

    @Override
    public void comment() {
        wire.accept(Chunks.comment());
    }
}
