package dev.glimprouter.cli;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;

import java.util.function.UnaryOperator;

/**
 * Writes the answer to standard output while it arrives, without outer white space, and ends it
 * with one line break.
 */
final class AnswerPrinter implements RouteListener {

    private final Printer out;
    private final UnaryOperator<String> paint;
    private final StringBuilder held = new StringBuilder();
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
        held.append(piece);
        String sure = held.toString().stripTrailing();
        if (sure.isBlank()) {
            return;
        }
        held.delete(0, sure.length());
        out.print(paint.apply(begun ? sure : sure.stripLeading()));
        begun = true;
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
