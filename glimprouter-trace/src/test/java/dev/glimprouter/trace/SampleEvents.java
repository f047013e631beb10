package dev.glimprouter.trace;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.event.Judging;
import dev.glimprouter.event.Overlapping;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.AnswerDelta;
import dev.glimprouter.event.RouteEvent.Cancelled;
import dev.glimprouter.event.RouteEvent.Decided;
import dev.glimprouter.event.RouteEvent.Delta;
import dev.glimprouter.event.RouteEvent.Drafted;
import dev.glimprouter.event.RouteEvent.Failed;
import dev.glimprouter.event.RouteEvent.Finished;
import dev.glimprouter.event.RouteEvent.Glimpsed;
import dev.glimprouter.event.RouteEvent.Judged;
import dev.glimprouter.event.RouteEvent.Moved;
import dev.glimprouter.event.RouteEvent.Overlapped;
import dev.glimprouter.event.RouteEvent.Prefilled;
import dev.glimprouter.event.RouteEvent.Rejected;
import dev.glimprouter.event.RouteEvent.Retried;
import dev.glimprouter.event.RouteEvent.Speculated;
import dev.glimprouter.event.RouteEvent.Started;
import dev.glimprouter.event.RouteEvent.StepWritten;
import dev.glimprouter.event.Usage;
import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Question;
import dev.glimprouter.question.Role;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small trace written by hand, with every type of event and the oddest values of each. */
final class SampleEvents {

    static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T18:30:00.123456789Z"), ZoneOffset.ofHours(1));

    static final Environment ENVIRONMENT =
            new Environment("0.1.0", "25.0.1+8-LTS", "Linux 6.12", "amd64", 2);

    static final Usage SMALL_USAGE = new Usage(80, 12, 1, 9, 2, 5, 3, 1, 500, 900, 2_000, 3);
    static final Usage LARGE_USAGE =
            new Usage(90, 0, 0, 30, 0, 0, 0, 0, 1_000, 0, 4_000, 0)
                    .plus(new Judging(3, 41, 3, 210))
                    .plus(new Speculation(2, 8, 5, 77))
                    .plus(new Overlapping(3, 21, 8, 5, 4, 4));

    private static final Decision ROUTINE =
            new Decision(
                    Writer.SMALL,
                    "glimpse(tau=Infinity)",
                    Double.MIN_VALUE,
                    Double.POSITIVE_INFINITY,
                    true,
                    "H_init < tau");

    private static final Decision UNSEEN =
            new Decision(Writer.LARGE, "glimpse(tau=1.0)", Double.NaN, 1.0, false, "no probe");

    private SampleEvents() {}

    static Started started() {
        return new Started(
                0,
                new Question(
                        "odd-1",
                        List.of(
                                new Message(Role.SYSTEM, "Use <think>\n\nand </think>."),
                                new Message(
                                        Role.USER,
                                        "How many \"🙂\" in 漢字\\é?\t\0\u001b\u2028\ud83d!"))),
                "glimpse(tau=Infinity)",
                RouterConfig.DEFAULT
                        .withDeadline(Duration.ofMillis(90_500))
                        .withSeed(Long.MIN_VALUE)
                        .withRepeat(2),
                Map.of(
                        Writer.SMALL,
                        new EngineInfo(
                                "llama.cpp", "b11434", "tiny-0.5b", 151_936, 10_752, 3L << 32),
                        Writer.LARGE,
                        new EngineInfo("scripted", "1", "big \u2029\u0085", 0, 0, 0)));
    }

    static List<RouteEvent> all() {
        return List.of(
                started(),
                new Prefilled(
                        0, 400, Writer.SMALL, new StreamCost(80, 12, 1, 300, 0, 0, 0, 0, 3, 0)),
                new Glimpsed(
                        0,
                        500,
                        Optional.of(
                                new Probe(
                                        new Entropy(
                                                0.30000000000000004,
                                                0.97,
                                                0.1,
                                                Double.POSITIVE_INFINITY),
                                        -1,
                                        "\ude00",
                                        450))),
                new Decided(0, 501, ROUTINE),
                new Delta(0, 600, 0, Writer.SMALL, " \n"),
                new Drafted(0, 610, 0, Writer.SMALL, " \n", 1, Ending.LENGTH),
                new Judged(
                        0,
                        620,
                        0,
                        new Verdict(false, "hstep(tau=0.8)", 1.25, 0.8, "H_step >= tau")),
                new Rejected(0, 630, 0, Writer.SMALL, 1),
                new Speculated(0, 640, Writer.LARGE, new Speculation(2, 8, 5, 77)),
                new Overlapped(0, 650, Writer.LARGE, new Overlapping(3, 21, 8, 5, 4, 4)),
                new Retried(0, 700, Writer.LARGE, "the step was only white space"),
                new Moved(0, 750, Writer.LARGE, "http://a:1", "http://b:2", "refused"),
                new Prefilled(
                        0, 1_800, Writer.LARGE, new StreamCost(90, 0, 0, 1_000, 0, 0, 0, 0, 0, 0)),
                new Delta(0, 1_900, 1, Writer.LARGE, "First, count. 👩‍🔬\n\n"),
                new StepWritten(
                        2_000,
                        new Step(
                                0,
                                Writer.LARGE,
                                1,
                                "First, count. 👩‍🔬\n\n",
                                5,
                                Ending.BLANK_LINE,
                                Optional.of(ROUTINE),
                                1_990)),
                new Glimpsed(1, 2_300, Optional.empty()),
                new Decided(1, 2_301, UNSEEN),
                new StepWritten(
                        2_400,
                        new Step(
                                1,
                                Writer.SMALL,
                                0,
                                "",
                                1,
                                Ending.CLOSE_TAG,
                                Optional.empty(),
                                350)),
                new AnswerDelta(2, 2_500, Writer.LARGE, "\\boxed{1}"),
                new Finished(
                        2,
                        9_000,
                        Stop.FINISHED,
                        "\\boxed{1}",
                        Ending.END_OF_SEQUENCE,
                        Map.of(Writer.SMALL, SMALL_USAGE, Writer.LARGE, LARGE_USAGE)),
                new Cancelled(2, 9_001, Map.of(Writer.LARGE, LARGE_USAGE)),
                new Failed(2, 9_002, "SetupException", "No \"space\" left.", Map.of()));
    }
}
