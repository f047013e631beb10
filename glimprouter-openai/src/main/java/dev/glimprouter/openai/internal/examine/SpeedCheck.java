package dev.glimprouter.openai.internal.examine;

import dev.glimprouter.openai.ServerFacts.Speed;
import dev.glimprouter.openai.internal.session.Trial;
import dev.glimprouter.openai.internal.wire.Counts;

/** How fast two trials went: by the server's own times where it tells both. */
final class SpeedCheck {

    private SpeedCheck() {}

    /**
     * The speed.
     *
     * @param fresh one whose prompt was new to the server
     * @param lengthy one of several tokens
     */
    static Speed of(Trial fresh, Trial lengthy) {
        Counts read = fresh.counts();
        int prompt = Math.max(0, read.prompt().orElse(0) - read.cached().orElse(0));
        Counts written = lengthy.counts();
        if (read.prefillNanos().isPresent() && written.decodeNanos().isPresent()) {
            return new Speed(
                    prompt,
                    read.prefillNanos().getAsLong(),
                    lengthy.tokens(),
                    written.decodeNanos().getAsLong(),
                    true);
        }
        return new Speed(
                prompt,
                fresh.firstNanos(),
                Math.max(0, lengthy.tokens() - 1),
                lengthy.lastNanos() - lengthy.firstNanos(),
                false);
    }
}
