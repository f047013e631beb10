package dev.glimprouter.eval.run;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Grade.Place;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.AnswerDelta;
import dev.glimprouter.event.RouteEvent.Finished;
import dev.glimprouter.event.RouteEvent.Started;
import dev.glimprouter.event.RouteEvent.StepWritten;
import dev.glimprouter.event.Usage;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.trace.Environment;
import dev.glimprouter.trace.Trace;
import dev.glimprouter.trace.TraceHeader;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Headers and entries as an evaluation makes them, small. */
final class SampleRuns {

    static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T19:30:00+01:00");
    static final Environment HERE = new Environment("0.1.0", "25", "Linux 6.12", "amd64", 2);
    static final EngineInfo LARGE = new EngineInfo("scripted", "1", "huge", 64, 4096, 1_000);
    static final RouterConfig RULES = RouterConfig.DEFAULT.withSeed(7);
    static final RunHeader HEADER =
            new RunHeader(
                    RunHeader.VERSION,
                    NOW,
                    HERE,
                    new RunData(
                            "sums",
                            "ab".repeat(32),
                            Task.MATHS,
                            new Selection(
                                    Optional.of(new Selection.Side(Selection.Half.TEST, 5)),
                                    Optional.of(new Selection.Draw(3, 2))),
                            3,
                            "cd".repeat(32),
                            true,
                            List.of("3 of 9 problems, drawn by seed 2")),
                    new Prompting("Be brief.", ""),
                    "answer, else last box of the reasoning; code off",
                    "large",
                    RULES,
                    2,
                    Map.of(Writer.LARGE, LARGE));

    private SampleRuns() {}

    static RunEntry right(String problem, int repeat) {
        return entry(problem, repeat, Optional.of(Grade.right("4", "It is 4.")), Optional.empty());
    }

    static RunEntry rightInReasoning(String problem, int repeat) {
        Grade grade = new Grade(Mark.RIGHT, Optional.of("4"), "It is 4.", Place.REASONING);
        return entry(problem, repeat, Optional.of(grade), Optional.empty());
    }

    static RunEntry wrong(String problem, int repeat) {
        return entry(
                problem, repeat, Optional.of(Grade.wrong("5", "It is not 4.")), Optional.empty());
    }

    static RunEntry unscored(String problem, int repeat) {
        return entry(
                problem,
                repeat,
                Optional.of(Grade.unscored(Optional.empty(), "It cannot be read.")),
                Optional.empty());
    }

    static RunEntry failed(String problem, int repeat) {
        RunFailure failure = new RunFailure("RetryableException", "The server is down: wait.");
        return entry(problem, repeat, Optional.empty(), Optional.of(failure));
    }

    private static RunEntry entry(
            String problem, int repeat, Optional<Grade> grade, Optional<RunFailure> failure) {
        return new RunEntry(
                new RunKey(problem, repeat),
                "ef".repeat(32),
                Optional.of("sums"),
                Optional.empty(),
                List.of(1, 0),
                Optional.of("4"),
                grade,
                failure,
                1.5,
                true,
                failure.isPresent() ? 3 : 1,
                trace(problem, repeat));
    }

    /** The same, asked beside others. */
    static RunEntry beside(RunEntry of) {
        return new RunEntry(
                of.key(),
                of.hash(),
                of.subject(),
                of.caveat(),
                of.order(),
                of.gold(),
                of.grade(),
                of.failure(),
                of.seconds(),
                false,
                of.attempts(),
                of.trace());
    }

    private static Trace trace(String problem, int repeat) {
        Question question = Question.of("Be brief.", "What is 2 + 2?").withId(problem);
        RouterConfig config = RULES.withRepeat(repeat);
        Map<Writer, EngineInfo> models = Map.of(Writer.LARGE, LARGE);
        Step step =
                new Step(
                        0,
                        Writer.LARGE,
                        0,
                        "Four, \u6f22\u5b57 \ud83d\ude42.",
                        5,
                        Ending.CLOSE_TAG,
                        Optional.empty(),
                        0,
                        900_000_000);
        Usage usage = new Usage(20, 3, 0, 9, 0, 0, 0, 0, 0, 0, 1_000_000_000, 0);
        List<RouteEvent> events =
                List.of(
                        new Started(0, question, "large", config, models),
                        new StepWritten(900_000_000, step),
                        new AnswerDelta(1, 1_400_000_000, Writer.LARGE, "4"),
                        new Finished(
                                1,
                                1_500_000_000,
                                Stop.FINISHED,
                                "4",
                                Ending.END_OF_SEQUENCE,
                                Map.of(Writer.LARGE, usage)));
        TraceHeader header =
                new TraceHeader(TraceHeader.VERSION, NOW, HERE, question, "large", config, models);
        return new Trace(header, events, 0, false);
    }
}
