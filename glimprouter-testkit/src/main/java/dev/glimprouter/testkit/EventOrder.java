package dev.glimprouter.testkit;

import dev.glimprouter.engine.Speculation;
import dev.glimprouter.event.Overlapping;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What holds for the events of every finished question.
 *
 * <p>Started comes first and once; exactly one terminal event comes last; time does not run
 * backwards; steps are written in order, and every event names the step at hand; the deltas of the
 * kept attempt, all by its writer unless both wrote it, join to the step's text; verdicts come
 * after drafts; the answer's deltas come after the last step and join to the answer; usage agrees
 * with steps, rejected attempts, glimpses, prefills, speculation and overlap.
 */
public final class EventOrder {

    private final List<RouteEvent> events;
    private final Map<Attempt, StringBuilder> attempts = new HashMap<>();
    private final Map<Integer, String> mixed = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final StringBuilder answer = new StringBuilder();
    private final Map<Writer, Long> prefilled = new EnumMap<>(Writer.class);
    private final Map<Writer, Long> stepTokens = new EnumMap<>(Writer.class);
    private final Map<Writer, Long> thrownAway = new EnumMap<>(Writer.class);
    private final Map<Writer, Speculation> speculated = new EnumMap<>(Writer.class);
    private final Map<Writer, Overlapping> overlapped = new EnumMap<>(Writer.class);
    private boolean drafted;
    private int decisions;
    private int glimpses;
    private int missing;
    private int at;
    private boolean retried;

    private EventOrder(List<RouteEvent> events) {
        this.events = events;
    }

    /** Checks the events of one finished question. */
    public static void check(List<RouteEvent> events) {
        new EventOrder(events).check();
    }

    private void check() {
        require(!events.isEmpty(), "there are no events");
        for (; at < events.size(); at++) {
            RouteEvent event = events.get(at);
            require(at == 0 || event.nanos() >= events.get(at - 1).nanos(), "time ran backwards");
            require(event.step() == steps.size(), "it is not the step at hand");
            boolean first = event instanceof RouteEvent.Started;
            require(first == (at == 0), "Started must come first, and once");
            require(isTerminal(event) == (at == events.size() - 1), "one terminal event, last");
            take(event);
        }
    }

    private static boolean isTerminal(RouteEvent event) {
        return event instanceof RouteEvent.Finished
                || event instanceof RouteEvent.Cancelled
                || event instanceof RouteEvent.Failed;
    }

    private void take(RouteEvent event) {
        switch (event) {
            case RouteEvent.Started _ -> {}
            case RouteEvent.Prefilled of -> {
                require(of.cost().promptTokens() > 0, "a prefill must have evaluated something");
                require(of.cost().ownTokens() == 0, "a prefill is not of own text");
                prefilled.merge(of.writer(), (long) of.cost().promptTokens(), Long::sum);
            }
            case RouteEvent.Glimpsed of -> glimpse(of);
            case RouteEvent.Decided _ -> {
                reasoningStillOpen();
                decisions++;
                require(decisions == 1, "one decision a step");
                require(
                        attempts.isEmpty() || drafted || retried,
                        "a decision must come before the step's text, or after a draft");
            }
            case RouteEvent.Delta of -> delta(of);
            case RouteEvent.Drafted of -> drafted(of);
            case RouteEvent.Judged _ -> require(drafted, "a verdict must come after a draft");
            case RouteEvent.Rejected of -> reject(of);
            case RouteEvent.Speculated of ->
                    speculated.merge(of.writer(), of.speculation(), Speculation::plus);
            case RouteEvent.Overlapped of ->
                    overlapped.merge(of.writer(), of.overlapping(), Overlapping::plus);
            case RouteEvent.Retried _ -> retried = true;
            case RouteEvent.Moved _ -> {}
            case RouteEvent.StepWritten of -> written(of.written());
            case RouteEvent.AnswerDelta of -> {
                require(!of.text().isEmpty(), "a delta must not be empty");
                answer.append(of.text());
            }
            case RouteEvent.Finished of -> {
                equal(of.answer(), answer.toString().strip(), "the answer");
                usage(of.usage());
            }
            case RouteEvent.Cancelled of -> usage(of.usage());
            case RouteEvent.Failed of -> usage(of.usage());
        }
    }

    private void glimpse(RouteEvent.Glimpsed of) {
        reasoningStillOpen();
        require(decisions == 0, "a glimpse must come before the decision");
        glimpses++;
        missing += of.probe().isEmpty() ? 1 : 0;
    }

    private void delta(RouteEvent.Delta of) {
        reasoningStillOpen();
        require(!of.text().isEmpty(), "a delta must not be empty");
        require(of.attempt() >= 0, "attempts count from 0");
        attempts.computeIfAbsent(new Attempt(of.attempt(), of.writer()), _ -> new StringBuilder())
                .append(of.text());
        mixed.merge(of.attempt(), of.text(), String::concat);
    }

    private void drafted(RouteEvent.Drafted of) {
        reasoningStillOpen();
        equal(of.text(), textOf(of.attempt(), of.writer()), "the draft's text");
        drafted = true;
    }

    private void reject(RouteEvent.Rejected of) {
        reasoningStillOpen();
        require(of.tokens() >= 0, "tokens are counted from 0");
        thrownAway.merge(of.writer(), (long) of.tokens(), Long::sum);
    }

    private String textOf(int attempt, Writer writer) {
        StringBuilder text = attempts.get(new Attempt(attempt, writer));
        return text == null ? "" : text.toString();
    }

    private void written(Step step) {
        reasoningStillOpen();
        String text =
                step.otherTokens() == 0
                        ? textOf(step.attempt(), step.writer())
                        : mixed.getOrDefault(step.attempt(), "");
        equal(step.text(), text, "the kept attempt's text");
        for (Writer writer : Writer.values()) {
            stepTokens.merge(writer, (long) step.tokensBy(writer), Long::sum);
        }
        steps.add(step);
        attempts.clear();
        mixed.clear();
        decisions = 0;
        drafted = false;
    }

    private void usage(Map<Writer, Usage> usage) {
        for (Writer writer : Writer.values()) {
            Usage of = usage.getOrDefault(writer, Usage.NONE);
            long kept = stepTokens.getOrDefault(writer, 0L);
            long away = thrownAway.getOrDefault(writer, 0L);
            require(of.generatedTokens() >= kept + away, writer + " generated less than it wrote");
            require(of.discardedTokens() >= away, writer + " discarded less than was rejected");
            if (answer.isEmpty() && attempts.isEmpty() && !retried) {
                equal(kept + away, of.generatedTokens(), "tokens of " + writer);
            }
            equal(
                    speculated.getOrDefault(writer, Speculation.NONE),
                    of.speculation(),
                    "speculation of " + writer);
            equal(
                    overlapped.getOrDefault(writer, Overlapping.NONE),
                    of.overlapping(),
                    "overlap of " + writer);
            long prompt = prefilled.getOrDefault(writer, 0L);
            equal(prompt, of.promptTokens(), "prompt tokens of " + writer);
            equal(writer == Writer.SMALL ? glimpses : 0L, of.glimpses(), "glimpses of " + writer);
            equal(writer == Writer.SMALL ? missing : 0L, of.missingProbes(), "missing probes");
        }
    }

    private void reasoningStillOpen() {
        require(answer.isEmpty(), "the answer has begun already");
    }

    private void equal(Object expected, Object actual, String what) {
        require(expected.equals(actual), "%s: <%s> is not <%s>".formatted(what, actual, expected));
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            String all =
                    events.stream().map(RouteEvent::toString).collect(Collectors.joining("\n  "));
            throw new AssertionError("event no. %d: %s in%n  %s".formatted(at, rule, all));
        }
    }

    /** Which attempt at a step, by whom. */
    private record Attempt(int number, Writer writer) {}
}
