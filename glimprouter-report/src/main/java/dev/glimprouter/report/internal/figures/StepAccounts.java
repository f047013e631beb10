package dev.glimprouter.report.internal.figures;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Sorts the events of one question by step. */
final class StepAccounts {

    private final Map<Integer, Open> steps = new TreeMap<>();

    private StepAccounts() {}

    /** The steps in order, one that was begun and not kept included. */
    static List<StepAccount> of(List<RouteEvent> events) {
        StepAccounts accounts = new StepAccounts();
        events.forEach(accounts::on);
        return accounts.steps.entrySet().stream()
                .map(entry -> entry.getValue().account(entry.getKey()))
                .toList();
    }

    private void on(RouteEvent event) {
        switch (event) {
            case RouteEvent.Glimpsed glimpsed -> at(event).probe = glimpsed.probe();
            case RouteEvent.Decided decided -> at(event).decision = Optional.of(decided.decision());
            case RouteEvent.Delta delta ->
                    at(event)
                            .change(
                                    delta.attempt(),
                                    delta.writer(),
                                    attempt -> attempt.plus(delta.text()));
            case RouteEvent.Drafted drafted ->
                    at(event)
                            .change(
                                    drafted.attempt(),
                                    drafted.writer(),
                                    attempt -> attempt.complete(drafted.text(), drafted.tokens()));
            case RouteEvent.Judged judged ->
                    at(event)
                            .change(
                                    judged.attempt(),
                                    Writer.SMALL,
                                    attempt -> attempt.judged(judged.verdict()));
            case RouteEvent.Rejected rejected ->
                    at(event)
                            .change(
                                    rejected.attempt(),
                                    rejected.writer(),
                                    attempt -> attempt.thrownAway(rejected.tokens()));
            case RouteEvent.Retried retried ->
                    at(event).notes.add("Tried again: " + retried.reason());
            case RouteEvent.Moved moved ->
                    at(event)
                            .notes
                            .add(
                                    "Moved from %s to %s: %s"
                                            .formatted(moved.from(), moved.to(), moved.reason()));
            case RouteEvent.StepWritten written -> at(event).kept = Optional.of(written.written());
            case RouteEvent.Started _,
                    RouteEvent.Prefilled _,
                    RouteEvent.Speculated _,
                    RouteEvent.Overlapped _,
                    RouteEvent.AnswerDelta _,
                    RouteEvent.Finished _,
                    RouteEvent.Cancelled _,
                    RouteEvent.Failed _ -> {}
        }
    }

    private Open at(RouteEvent event) {
        return steps.computeIfAbsent(event.step(), _ -> new Open());
    }

    /** A step that is still being told of. */
    private static final class Open {
        private final Map<Integer, Attempt> attempts = new TreeMap<>();
        private final List<String> notes = new ArrayList<>();
        private Optional<Probe> probe = Optional.empty();
        private Optional<Decision> decision = Optional.empty();
        private Optional<Step> kept = Optional.empty();

        void change(int number, Writer writer, UnaryOperator<Attempt> change) {
            Attempt before = attempts.getOrDefault(number, Attempt.begun(number, writer));
            attempts.put(number, change.apply(before));
        }

        StepAccount account(int index) {
            List<Attempt> told =
                    attempts.values().stream()
                            .filter(one -> one.rejected() || one.verdict().isPresent())
                            .toList();
            return new StepAccount(
                    index,
                    kept,
                    probe,
                    kept.flatMap(Step::decision).or(() -> decision),
                    told,
                    notes);
        }
    }
}
