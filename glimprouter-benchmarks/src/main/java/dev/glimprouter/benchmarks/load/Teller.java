package dev.glimprouter.benchmarks.load;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Scripted models that go on with a tale from wherever its text stands, in mid-word too: a text
 * that is not the tale's own beginning is a failure.
 */
final class Teller {

    private static final String CLOSE = "</think>";
    private static final double UNSURE_NATS = 3.5;

    private Teller() {}

    /** What small writes. */
    static Reply small(Scene scene) {
        Tale tale = tale(scene);
        Reply reply = goOn(tale, tale.reasoning() + CLOSE, scene.text());
        String text = scene.text();
        boolean begins = text.isEmpty() || text.endsWith("\n\n");
        return begins && tale.isUnsure(text.split("\n\n", -1).length - 1)
                ? reply.entropy(UNSURE_NATS)
                : reply;
    }

    /** What large writes. */
    static Reply large(Scene scene) {
        Tale tale = tale(scene);
        String text = scene.text();
        int end = text.indexOf(CLOSE);
        return end < 0
                ? goOn(tale, tale.reasoning() + CLOSE, text)
                : goOn(tale, tale.answer(), text.substring(end + CLOSE.length()).stripLeading());
    }

    private static Tale tale(Scene scene) {
        return Tale.of(scene.head().messages().getLast().content());
    }

    private static Reply goOn(Tale tale, String whole, String written) {
        if (!whole.startsWith(written)) {
            throw new IllegalStateException(
                    "tale %d was changed on its way: <%s>".formatted(tale.number(), written));
        }
        Reply rest = Reply.text(whole.substring(written.length()));
        long pace = Duration.ofMillis(tale.paceMillis()).toNanos();
        if (pace == 0) {
            return rest;
        }
        // Tales that end their steps in the same instant would wait for each other.
        long seed = 31L * tale.number() + written.length();
        long first = pace / 2 + new SplittableRandom(seed).nextLong(pace);
        return rest.pace(Duration.ofNanos(pace)).after(Duration.ofNanos(first));
    }
}
