package dev.glimprouter.openai.internal.http;

import dev.glimprouter.engine.Timeouts;

import java.time.Duration;

/** The times that a reply has to keep. */
enum Limit {
    FIRST_TOKEN("no first token", "first-token"),
    IDLE("nothing more", "idle"),
    TOTAL("no end", "total");

    private final String lacking;
    private final String option;

    Limit(String lacking, String option) {
        this.lacking = lacking;
        this.option = option;
    }

    Duration of(Timeouts timeouts) {
        return switch (this) {
            case FIRST_TOKEN -> timeouts.firstToken();
            case IDLE -> timeouts.idle();
            case TOTAL -> timeouts.total();
        };
    }

    /** What a reader is told. */
    LateException passed(Timeouts timeouts) {
        return new LateException(
                "sent %s within %s s, the %s timeout"
                        .formatted(lacking, seconds(of(timeouts)), option));
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? Long.toString(time.toSeconds())
                : Double.toString(time.toMillis() / 1000.0);
    }
}
