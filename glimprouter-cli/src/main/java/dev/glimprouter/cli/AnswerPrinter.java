package dev.glimprouter.cli;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.event.StrippedText;

import java.util.function.UnaryOperator;

/**
 * Writes the answer to standard output while it arrives, without outer white space, and ends it
 * with one line break.
 */
final class AnswerPrinter implements RouteListener {

    private final Printer out;
    private final UnaryOperator<String> paint;
    private final StrippedText text = new StrippedText();
    private boolean begun;

    /**
     * A printer.
     *
     * @param paint prepares each piece for the reader: a terminal wants it made visible
     */
    AnswerPrinter(Printer out, UnaryOperator<String> paint) {
        this.out = out;
        this.paint = paint;
    }

    @Override
    public void on(RouteEvent event) {
        switch (event) {
            case RouteEvent.AnswerDelta delta -> add(delta.text());
            case RouteEvent.Finished _ -> end();
            case RouteEvent.Cancelled _, RouteEvent.Failed _ -> cut();
            case RouteEvent.Started _,
                    RouteEvent.Prefilled _,
                    RouteEvent.Glimpsed _,
                    RouteEvent.Decided _,
                    RouteEvent.Delta _,
                    RouteEvent.Drafted _,
                    RouteEvent.Judged _,
                    RouteEvent.Rejected _,
                    RouteEvent.Speculated _,
                    RouteEvent.Overlapped _,
                    RouteEvent.Retried _,
                    RouteEvent.Moved _,
                    RouteEvent.StepWritten _ -> {}
        }
    }

    private void add(String piece) {
        String sure = text.add(piece);
        if (!sure.isEmpty()) {
            out.print(paint.apply(sure));
            begun = true;
        }
    }

    private void end() {
        out.print("\n");
    }

    private void cut() {
        if (begun) {
            end();
        }
    }
}
