package dev.glimprouter.internal;

import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.event.Overlapping;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Writer;

import java.util.ArrayList;
import java.util.List;

/** Has large read a step while small still writes it, and knows what of that was in vain. */
final class ReadAhead {

    /** Characters after which another hint is worth its request: some two dozen tokens. */
    private static final int STRETCH_CHARS = 96;

    private final Session reader;
    private final List<Hint> useful = new ArrayList<>();
    private final List<Hint> wasted = new ArrayList<>();
    private final List<Hint> undecided = new ArrayList<>();
    private final StringBuilder written = new StringBuilder();
    private int attempt;
    private int hinted;

    ReadAhead(Session reader) {
        this.reader = reader;
    }

    /** Follows an attempt of small at the step at hand. */
    void wrote(int which, String piece) {
        if (which != attempt) {
            begin(wasted);
            attempt = which;
        }
        written.append(piece);
        if (written.length() - hinted >= STRETCH_CHARS) {
            hint(written.lastIndexOf(" "));
        }
    }

    /** What ends before a space is the same tokens, whatever follows. */
    private void hint(int end) {
        if (end > hinted) {
            undecided.add(reader.prefill(written.substring(0, end)));
            hinted = end;
        }
    }

    /** The step at hand is written: another one begins. */
    void kept(String text, Ending ending) {
        boolean bySmall = written.length() > 0 && text.contentEquals(written);
        begin(text.startsWith(written.substring(0, hinted)) ? useful : wasted);
        attempt = 0;
        if (bySmall && !ending.endsReasoning()) {
            reader.prefill();
        }
    }

    private void begin(List<Hint> outcome) {
        outcome.addAll(undecided);
        undecided.clear();
        written.setLength(0);
        hinted = 0;
    }

    /** Tells and books all of it. */
    void settle(Journal journal) {
        begin(wasted);
        StreamCost vain = sum(wasted);
        StreamCost all = sum(useful).plus(vain);
        int hints = useful.size() + wasted.size();
        if (hints > 0) {
            journal.readAhead(
                    Writer.LARGE,
                    new Overlapping(hints, all.promptTokens(), vain.promptTokens(), 0, 0, 0),
                    all);
        }
    }

    private static StreamCost sum(List<Hint> hints) {
        return hints.stream().map(Hint::cost).reduce(StreamCost.NONE, StreamCost::plus);
    }
}
