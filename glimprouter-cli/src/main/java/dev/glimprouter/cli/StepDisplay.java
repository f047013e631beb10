package dev.glimprouter.cli;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Shows a reasoning while it is written: each step behind its writer (S or L) and its H_init in
 * nats.
 */
final class StepDisplay implements RouteListener {

    /** Characters of a label such as {@code S 0.03}. */
    private static final int LABEL = 6;

    private final Palette palette;
    private final MarginText text;
    private Optional<Double> score = Optional.empty();
    private int attempt;
    private int drafts;

    /**
     * A display.
     *
     * @param columns width of the screen in characters, 0 for lines of any length
     */
    StepDisplay(Printer printer, int columns, Palette palette) {
        this.palette = palette;
        this.text = new MarginText(printer, columns, LABEL, palette);
    }

    @Override
    public void on(RouteEvent event) {
        switch (event) {
            case RouteEvent.Glimpsed glimpsed ->
                    score = glimpsed.probe().map(probe -> probe.hInit());
            case RouteEvent.Decided decided -> decided(decided.decision().writer());
            case RouteEvent.Delta delta -> delta(delta);
            case RouteEvent.Drafted _ -> {
                drafts++;
                text.end();
            }
            case RouteEvent.Judged judged -> judged(judged);
            case RouteEvent.Retried retried -> note(retried.reason());
            case RouteEvent.Moved moved ->
                    note(
                            "moved from %s to %s: %s"
                                    .formatted(moved.from(), moved.to(), moved.reason()));
            case RouteEvent.StepWritten _ -> endStep();
            case RouteEvent.AnswerDelta _,
                    RouteEvent.Finished _,
                    RouteEvent.Cancelled _,
                    RouteEvent.Failed _ ->
                    text.end();
            case RouteEvent.Started _,
                    RouteEvent.Prefilled _,
                    RouteEvent.Rejected _,
                    RouteEvent.Speculated _,
                    RouteEvent.Overlapped _ -> {}
        }
    }

    /** After drafts the line begins with the text, which may be there already. */
    private void decided(Writer writer) {
        if (drafts == 0) {
            begin(writer, 0);
        }
    }

    private void begin(Writer writer, int newAttempt) {
        attempt = newAttempt;
        text.begin(palette.by(writer, label(writer)), word -> palette.by(writer, word));
    }

    private String label(Writer writer) {
        String name = writer == Writer.SMALL ? "S" : "L";
        return name + " " + score.map(StepDisplay::fourCharacters).orElse("    ");
    }

    private static String fourCharacters(double nats) {
        return String.format(Locale.ROOT, nats < 9.995 ? "%4.2f" : "%4.1f", nats);
    }

    private void delta(RouteEvent.Delta delta) {
        if (!text.isOpen() || delta.attempt() != attempt) {
            begin(delta.writer(), delta.attempt());
        }
        text.add(Visible.text(delta.text()));
    }

    private void judged(RouteEvent.Judged judged) {
        String which = drafts > 1 ? "draft %d ".formatted(judged.attempt() + 1) : "";
        note(which + words(judged.verdict()));
    }

    private static String words(Verdict verdict) {
        return (verdict.accepted() ? "kept: " : "thrown away: ") + verdict.reason();
    }

    private void note(String words) {
        if (!text.isOpen()) {
            text.begin(" ".repeat(LABEL), UnaryOperator.identity());
        }
        text.add("(" + Visible.line(words) + ")");
        text.end();
    }

    private void endStep() {
        text.end();
        score = Optional.empty();
        drafts = 0;
    }
}
