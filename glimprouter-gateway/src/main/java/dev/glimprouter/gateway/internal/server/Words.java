package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.internal.chat.Ended;
import dev.glimprouter.gateway.internal.chat.Reply;

/**
 * Tells when the first text of a reply has come, and when the next one may take a while.
 *
 * @param reply the reply
 * @param began runs before every text
 * @param pauses runs when the models have to be waited for
 */
record Words(Reply reply, Runnable began, Runnable pauses) implements Reply {

    @Override
    public void reasoning(int choice, String text) {
        began.run();
        reply.reasoning(choice, text);
    }

    @Override
    public void answer(int choice, String text) {
        began.run();
        reply.answer(choice, text);
    }

    @Override
    public boolean live() {
        return reply.live();
    }

    @Override
    public void pause() {
        pauses.run();
    }

    @Override
    public void ended(int choice, Ended ended) {
        reply.ended(choice, ended);
    }
}
