package dev.glimprouter.testkit.upstream.dialect;

import java.util.OptionalInt;

/** One generation while a server answers it. Used by one thread. */
final class Job {

    private final Host host;
    private final Ask ask;
    private final int slot;
    private final PrefixCache.Entered entered;
    private final int number;
    private int written;
    private int characters;
    private int offset;
    private boolean reasoning = true;

    Job(Host host, Ask ask, int slot, PrefixCache.Entered entered, int number) {
        this.host = host;
        this.ask = ask;
        this.slot = slot;
        this.entered = entered;
        this.number = number;
    }

    Host host() {
        return host;
    }

    Manner manner() {
        return host.manner();
    }

    Ask ask() {
        return ask;
    }

    /** Whether it was aborted by its request id. */
    boolean isAborted() {
        return host.isAborted(ask.body().text("rid", ""), number);
    }

    int slot() {
        return slot;
    }

    /** Its name in the server's answers. */
    String id(String prefix) {
        return prefix + number;
    }

    int promptTokens() {
        return ask.prompt().size();
    }

    int cachedTokens() {
        return entered.cached();
    }

    /** Generated tokens, told of or lost. */
    int writtenTokens() {
        return written;
    }

    /** Where in the generated text the last chunk began, in characters. */
    int offset() {
        return offset;
    }

    void sends(Chunk chunk) {
        written += chunk.entries().size();
        offset = characters;
        characters += chunk.text().length();
    }

    /** A token was generated that nobody is told of. */
    void keepsBack() {
        written++;
    }

    void generated(int id) {
        host.cache().grow(entered, id);
    }

    /** Most tokens to generate: what is asked for, and what the context holds. */
    int limit() {
        int room = manner().context() - promptTokens();
        return Math.max(1, Math.min(ask.request().maxTokens(), room));
    }

    /** Tokens after which it fails, if it does. */
    OptionalInt failAfter() {
        return manner().failAfter() < 0
                ? OptionalInt.empty()
                : OptionalInt.of(manner().failAfter());
    }

    /** Whether the text has not reached a close tag before. */
    boolean isReasoning() {
        return reasoning;
    }

    void reasoningEnds() {
        reasoning = false;
    }
}
