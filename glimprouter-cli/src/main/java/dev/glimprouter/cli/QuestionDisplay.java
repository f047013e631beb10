package dev.glimprouter.cli;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;

import java.util.function.UnaryOperator;

/** Shows a question while it is answered: the steps on standard error, the answer on output. */
final class QuestionDisplay implements RouteListener {

    private final World world;
    private final StepDisplay steps;
    private final AnswerPrinter answer;
    private boolean answering;

    QuestionDisplay(World world) {
        Terminal terminal = world.terminal();
        Palette palette = new Palette(terminal.colour());
        this.world = world;
        this.steps = new StepDisplay(world.err(), terminal.err() ? terminal.columns() : 0, palette);
        UnaryOperator<String> forScreen = text -> palette.bold(Visible.text(text));
        this.answer =
                new AnswerPrinter(
                        world.out(), terminal.out() ? forScreen : UnaryOperator.identity());
    }

    @Override
    public void on(RouteEvent event) {
        steps.on(event);
        if (event instanceof RouteEvent.AnswerDelta && !answering) {
            answering = true;
            if (world.terminal().out() && world.terminal().err()) {
                world.err().line("");
            }
        }
        answer.on(event);
    }
}
