package dev.glimprouter.gateway.internal.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A streamed chat completion. */
final class ChatStream implements StreamReply {

    private final Chunks chunks;
    private final boolean usage;
    private final Consumer<byte[]> wire;
    private final List<Ended> ended = new ArrayList<>();
    private int begun;

    /**
     * A reply of which nothing was sent yet.
     *
     * @param usage whether the client wants to know what it took
     * @param wire sends an event; safe for use by any thread
     */
    ChatStream(ReplyHead head, boolean usage, Consumer<byte[]> wire) {
        this.chunks = new Chunks(head);
        this.usage = usage;
        this.wire = wire;
    }

    @Override
    public void reasoning(int choice, String text) {
        begin(choice);
        wire.accept(chunks.reasoning(choice, text));
    }

    @Override
    public void answer(int choice, String text) {
        begin(choice);
        wire.accept(chunks.answer(choice, text));
    }

    @Override
    public void ended(int choice, Ended how) {
        begin(choice);
        wire.accept(chunks.ended(choice, how));
        ended.add(how);
    }

    private void begin(int choice) {
        if (begun <= choice) {
            begun = choice + 1;
            wire.accept(chunks.role(choice));
        }
    }

    @Override
    public void done() {
        if (usage) {
            wire.accept(chunks.usage(ended));
        }
        wire.accept(Chunks.done());
    }

    @Override
    public void failed(ApiError error) {
        wire.accept(Chunks.error(error));
    }

    @Override
    public void comment() {
        wire.accept(Chunks.comment());
    }
}
