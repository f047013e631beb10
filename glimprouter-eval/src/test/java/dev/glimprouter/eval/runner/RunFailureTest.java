package dev.glimprouter.eval.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.error.Details;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.RunFailure;
import dev.glimprouter.eval.run.RunSummary;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.trace.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What fails is tried again, then told apart from what is wrong. */
class RunFailureTest {

    @TempDir Path folder;

    /** A calculator that throws at question 2, so often. */
    private static ScriptedEngine failing(int times, RuntimeException failure) {
        AtomicInteger thrown = new AtomicInteger();
        Script calculator = Exam.calculator();
        return ScriptedEngine.of(
                scene ->
                        scene.head().messages().getLast().content().contains("2 + 2")
                                        && thrown.getAndIncrement() < times
                                ? Reply.failure(failure)
                                : calculator.reply(scene));
    }

    private Exam exam(int times, RuntimeException failure) {
        Exam exam = new Exam(folder, "large");
        exam.large = failing(times, failure).withTime(exam.time);
        return exam;
    }

    @Test
    void whatMayPassIsTriedAgain() {
        Exam exam = exam(2, new RetryableException("The server is busy: wait."));

        exam.run();

        RunEntry third = exam.entries(0).get(2);
        assertThat(third.attempts()).isEqualTo(3);
        assertThat(third.grade()).isPresent();
        assertThat(exam.time.nanos()).isGreaterThan(Duration.ofSeconds(6).toNanos());
        assertThat(third.seconds()).isLessThan(2);
    }

    @Test
    void theServerSaysHowLongToWait() {
        Details later = Details.of("server", 429).withRetryAfter(Duration.ofSeconds(50));
        Exam exam = exam(1, new RetryableException("Busy.", later, null));

        exam.run();

        assertThat(exam.time.nanos())
                .isBetween(Duration.ofSeconds(50).toNanos(), Duration.ofSeconds(55).toNanos());
    }

    @Test
    void whatKeepsFailingIsToldApart() {
        Exam exam = exam(3, new RetryableException("The server is down: start it."));

        exam.run();

        RunEntry third = exam.entries(0).get(2);
        assertThat(third.failure())
                .contains(new RunFailure("RetryableException", "The server is down: start it."));
        assertThat(third.attempts()).isEqualTo(3);
        assertThat(third.isTimed()).isFalse();
        assertThat(third.trace().summary().outcome()).isEqualTo(Outcome.FAILED);
        RunSummary summary = RunSummary.of(exam.plan().file(exam.contestants.getFirst()));
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.accuracy().orElseThrow().value()).isEqualTo(0.75);
    }

    @Test
    void aQuestionBeyondTheContextFailsAtOnce() {
        Exam exam = exam(1, new ContextFullException("Too long.", Details.of("tiny")));

        exam.run();

        assertThat(exam.entries(0)).hasSize(5);
    }

    @Test
    void aBugInOneQuestionDoesNotEndTheOthers() {
        Exam exam = exam(9, new IllegalStateException("unforeseen"));

        exam.run();

        assertThat(exam.entries(0)).hasSize(5);
        assertThat(exam.entries(0).get(2).failure())
                .contains(new RunFailure("IllegalStateException", "unforeseen"));
        assertThat(exam.entries(0).get(2).attempts()).isEqualTo(1);
    }

    @Test
    void aBrokenSetUpEndsTheRunAndTheFilesGoOnLater() {
        Exam exam = exam(1, new SetupException("The key is refused: correct it."));

        assertThatThrownBy(exam::run)
                .isInstanceOf(SetupException.class)
                .hasMessage("The key is refused: correct it.");
        assertThat(exam.entries(0)).hasSize(2);

        assertThat(exam.run().questions()).isEqualTo(3);
    }

    @Test
    void aFirstQuestionThatIsRefusedEndsTheRun() {
        Exam refused = new Exam(folder, "large");
        refused.large =
                ScriptedEngine.babbling()
                        .withTime(refused.time)
                        .refusing(new RequestException("A model cannot do that: leave it out."));

        assertThatThrownBy(refused::run).isInstanceOf(RequestException.class);

        assertThat(refused.entries(0)).isEmpty();
    }

    @Test
    void aLaterOneThatIsRefusedFails() {
        Exam exam = exam(1, new RequestException("It cannot be rendered: change it."));

        exam.run();

        List<RunEntry> entries = exam.entries(0);
        assertThat(entries).hasSize(5);
        assertThat(entries.get(2).failure()).isPresent();
    }

    @Test
    void ofManyAtATimeOneFailureStopsAll() {
        Exam exam = exam(1, new SetupException("The key is refused: correct it."));
        exam.dataset = Exam.sums(40);
        exam.parallel = 4;

        assertThatThrownBy(exam::run).isInstanceOf(SetupException.class);

        exam.run();
        assertThat(exam.entries(0)).extracting(RunEntry::key).doesNotHaveDuplicates().hasSize(40);
    }
}
