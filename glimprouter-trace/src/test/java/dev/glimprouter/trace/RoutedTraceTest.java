package dev.glimprouter.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.event.RouteEvent.Cancelled;
import dev.glimprouter.event.RouteEvent.Failed;
import dev.glimprouter.event.Usage;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.expression.StrategyExpression;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.RecordingListener;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Cancellation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Traces of whole questions, asked of scripted models. */
class RoutedTraceTest {

    private static final Reply ROUTINE = small("Start with two.\n\n", 0.25);
    private static final Reply TURN = small("Hmm", 1.75);
    private static final Reply END = small("That is four.</think>", 0.125);
    private static final Reply LARGE_STEP = large("Two and two make four.\n\n");
    private static final Reply ANSWER = large("\\boxed{4}");

    @TempDir Path folder;
    private final ManualTime time = new ManualTime();
    private final RecordingListener heard = new RecordingListener();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void aFinishedQuestionIsTracedAsItWasHeard() {
        Result result =
                ask(
                        ScriptedEngine.of(ROUTINE, TURN, END),
                        ScriptedEngine.of(LARGE_STEP, ANSWER),
                        file());

        Trace trace = Trace.read(file());

        assertThat(trace.events()).isEqualTo(heard.events());
        TraceSummary summary = trace.summary();
        assertThat(summary.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(summary.answer()).isEqualTo(result.answer()).isEqualTo("\\boxed{4}");
        assertThat(summary.reasoning()).isEqualTo(result.reasoning());
        assertThat(summary.usage()).isEqualTo(result.usage());
        assertThat(summary.stop()).contains(result.stop());
        assertThat(summary.interventionRate()).isEqualTo(1.0 / 3);
        assertThat(summary.nanos()).isEqualTo(result.nanos());
    }

    @Test
    void draftsAndVerdictsAreTracedAsTheyWereHeard() {
        Script large = Script.of(LARGE_STEP, ANSWER).answering(Reply.text("2"), Reply.text("9"));

        ask(
                StrategyExpression.parse("specreason").strategy(),
                ScriptedEngine.of(small("It is five.\n\n", 0.5), END),
                ScriptedEngine.of(large),
                file());

        Trace trace = Trace.read(file());
        assertThat(trace.events()).isEqualTo(heard.events());
        assertThat(heard.check().kinds()).contains("Drafted", "Judged", "Rejected");
        assertThat(
                        trace.summary()
                                .usage()
                                .getOrDefault(Writer.LARGE, Usage.NONE)
                                .judging()
                                .verdicts())
                .isEqualTo(2);
    }

    @Test
    void thePhasesOfAQuestionAddUpToItsTime() {
        ask(ScriptedEngine.of(ROUTINE, TURN, END), ScriptedEngine.of(LARGE_STEP, ANSWER), file());

        TraceSummary summary = Trace.read(file()).summary();
        Phases phases = summary.phases();

        assertThat(phases.smallPrefillNanos()).isPositive();
        assertThat(phases.largePrefillNanos()).isPositive();
        assertThat(phases.glimpseNanos()).isEqualTo(Duration.ofMillis(3).toNanos());
        assertThat(phases.smallDecodeNanos()).isPositive();
        assertThat(phases.largeDecodeNanos()).isPositive();
        assertThat(
                        phases.smallPrefillNanos()
                                + phases.largePrefillNanos()
                                + phases.glimpseNanos()
                                + phases.smallDecodeNanos()
                                + phases.largeDecodeNanos()
                                + phases.otherNanos())
                .isEqualTo(summary.nanos());
    }

    @Test
    void aFailedQuestionKeepsItsStepsAndEndsWithTheFailure() {
        RetryableException away = new RetryableException("The server is away.");
        ScriptedEngine small = ScriptedEngine.of(ROUTINE, small("Then", 0.5).thenFail(away));
        ScriptedEngine large = ScriptedEngine.of(Reply.failure(away));

        assertThatExceptionOfType(RetryableException.class)
                .isThrownBy(() -> ask(small, large, file()));

        Trace trace = Trace.read(file());
        assertThat(trace.events()).isEqualTo(heard.events());
        assertThat(trace.events().getLast()).isInstanceOf(Failed.class);
        assertThat(trace.summary().reasoning().text()).isEqualTo("Start with two.\n\n");
        assertThat(trace.summary().usage()).containsKey(Writer.SMALL);
    }

    @Test
    void aCancelledQuestionKeepsItsStepsAndEndsWithTheCancellation() {
        ScriptedEngine small =
                ScriptedEngine.of(ROUTINE, small("Then", 0.5).then(cancellation::cancel));

        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> ask(small, ScriptedEngine.of(), file()));

        Trace trace = Trace.read(file());
        assertThat(trace.events()).isEqualTo(heard.events());
        assertThat(trace.events().getLast()).isInstanceOf(Cancelled.class);
        assertThat(trace.summary().steps(Writer.SMALL)).isEqualTo(1);
    }

    @Test
    void aFullDiskEndsTheQuestionWithTheNameOfTheFile() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full");

        assertThatExceptionOfType(SetupException.class)
                .isThrownBy(() -> ask(ScriptedEngine.of(), ScriptedEngine.of(), full))
                .withMessageContaining("/dev/full");
    }

    private Result ask(ScriptedEngine small, ScriptedEngine large, Path file) {
        return ask(new ProbeThenDispatch(new EntropyThreshold(1.0)), small, large, file);
    }

    private Result ask(Strategy strategy, ScriptedEngine small, ScriptedEngine large, Path file) {
        GlimpRouter router =
                new GlimpRouter(
                        Map.of(
                                Writer.SMALL, slow(small, 10_000).named("tiny"),
                                Writer.LARGE, slow(large, 50_000).named("huge")),
                        strategy,
                        RouterConfig.DEFAULT.withSeed(7),
                        time);
        try (TraceWriter writer =
                new TraceWriter(file, SampleEvents.CLOCK, SampleEvents.ENVIRONMENT)) {
            Question question = Question.of("Be brief.", "What is two and two?");
            return router.ask(question, heard.andThen(writer), cancellation);
        }
    }

    private ScriptedEngine slow(ScriptedEngine engine, long prefillNanos) {
        return engine.withTime(time).withContext(4096).withPrefill(prefillNanos);
    }

    private static Reply small(String text, double nats) {
        return Reply.text(text).entropy(nats).pace(Duration.ofMillis(1));
    }

    private static Reply large(String text) {
        return Reply.text(text).pace(Duration.ofMillis(5));
    }

    private Path file() {
        return folder.resolve("trace.jsonl");
    }
}
