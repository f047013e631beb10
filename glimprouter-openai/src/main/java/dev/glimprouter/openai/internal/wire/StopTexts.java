package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.openai.internal.profile.StopRule;

import java.util.List;

/**
 * Which texts a server is told to stop at.
 *
 * <p>They only save what the server would write between the end of a step and the closing of its
 * stream. Where a step ends is decided by {@link StopScanner} alone: a server also stops at a blank
 * line with which a step begins, and then the reader asks it to go on.
 */
final class StopTexts {

    private static final String BLANK_LINE = "\n\n";

    /** All that a server can be told. */
    static final List<String> ALL = List.of(BLANK_LINE, StopScanner.CLOSE_TAG);

    private StopTexts() {}

    static List<String> of(StopRule rule, Until until) {
        return switch (rule.by()) {
            case CLIENT -> List.of();
            case SERVER ->
                    switch (until) {
                        case STEP -> ALL;
                        case BLANK_LINE -> List.of(BLANK_LINE);
                        case REASONING -> List.of(StopScanner.CLOSE_TAG);
                        case END_OF_SEQUENCE -> List.of();
                    };
        };
    }
}
