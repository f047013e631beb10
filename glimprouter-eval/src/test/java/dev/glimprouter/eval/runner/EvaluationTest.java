package dev.glimprouter.eval.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Session;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.RunKey;
import dev.glimprouter.eval.run.Throughput;
import dev.glimprouter.event.RouteEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Every question once, in turns, whatever comes between. */
class EvaluationTest {

    @TempDir Path folder;

    private static RunListener hearing(Consumer<RunProgress> ear) {
        return new RunListener() {
            @Override
            public void started(RunProgress progress) {
                ear.accept(progress);
            }

            @Override
            public void finished(String system, RunEntry entry, RunProgress progress) {
                ear.accept(progress);
            }
        };
    }

    /** Those after which the cancellation is requested. */
    private static RunListener stopping(Exam exam, int after) {
        return hearing(
                progress -> {
                    if (progress.now().questions() == after) {
                        exam.cancellation.cancel();
                    }
                });
    }

    private static List<RouteEvent> events(RunEntry entry) {
        return entry.trace().events();
    }

    @Test
    void everyQuestionIsAskedGradedAndTimed() {
        Exam exam = new Exam(folder, "large", "glimpse").calculating();

        Throughput throughput = exam.run();

        assertThat(throughput.questions()).isEqualTo(10);
        assertThat(exam.entries(0))
                .extracting(entry -> entry.grade().orElseThrow().mark())
                .containsExactly(Mark.RIGHT, Mark.WRONG, Mark.RIGHT, Mark.RIGHT, Mark.RIGHT);
        RunEntry first = exam.entries(0).getFirst();
        assertThat(first.key()).isEqualTo(new RunKey("q0", 0));
        assertThat(first.gold()).contains("0");
        assertThat(first.seconds()).isPositive();
        assertThat(first.isTimed()).isTrue();
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(first.trace().header().question().messages().getLast().content())
                .isEqualTo("What is 0 + 0?");
    }

    @Test
    void strategiesTakeTurnsAndAnotherOneGoesFirst() {
        Exam exam = new Exam(folder, "large", "small", "glimpse").calculating();
        exam.repeats = 2;
        List<String> order = new ArrayList<>();
        exam.listener =
                new RunListener() {
                    @Override
                    public void started(RunProgress progress) {}

                    @Override
                    public void finished(String system, RunEntry entry, RunProgress progress) {
                        order.add(entry.key().problem() + " " + system);
                    }
                };

        exam.run();

        assertThat(order)
                .hasSize(30)
                .startsWith(
                        "q0 large",
                        "q0 small",
                        "q0 glimpse(tau=1.0)",
                        "q1 small",
                        "q1 glimpse(tau=1.0)",
                        "q1 large",
                        "q2 glimpse(tau=1.0)");
        assertThat(exam.entries(1)).extracting(entry -> entry.key().repeat()).endsWith(1, 1, 1);
    }

    @Test
    void stoppedAfterAnyNumberItGoesOnToTheSame() {
        Exam undisturbed = new Exam(folder.resolve("whole"), "random(rate=0.5)", "glimpse");
        undisturbed.repeats = 2;
        undisturbed.run();

        for (int after = 1; after < 20; after++) {
            Path stopped = folder.resolve("stopped-" + after);
            Exam first = new Exam(stopped, "random(rate=0.5)", "glimpse");
            first.repeats = 2;
            first.listener = stopping(first, after);
            assertThatThrownBy(first::run).isInstanceOf(CancelledException.class);

            Exam second = new Exam(stopped, "random(rate=0.5)", "glimpse");
            second.repeats = 2;
            Throughput rest = second.run();

            assertThat(rest.questions()).isEqualTo(20 - after);
            for (int i = 0; i < 2; i++) {
                assertThat(second.entries(i))
                        .extracting(EvaluationTest::events)
                        .isEqualTo(
                                undisturbed.entries(i).stream()
                                        .map(EvaluationTest::events)
                                        .toList());
            }
        }
    }

    @Test
    void whatIsCompleteIsNotAskedAgain() {
        new Exam(folder, "large").run();
        Exam again = new Exam(folder, "large");
        List<Integer> done = new ArrayList<>();
        again.listener = hearing(progress -> done.add(progress.done()));

        assertThat(again.run().questions()).isZero();

        assertThat(done).containsExactly(5);
        assertThat(again.entries(0)).hasSize(5);
    }

    @Test
    void atTheSameTimeTheDrawsAreTheSameAndNothingIsTimed() {
        Exam alone = new Exam(folder.resolve("alone"), "glimpse", "random(rate=0.5)");
        alone.dataset = Exam.sums(12);
        alone.run();
        Exam beside = new Exam(folder.resolve("beside"), "glimpse", "random(rate=0.5)");
        beside.dataset = Exam.sums(12);
        beside.parallel = 4;

        Throughput throughput = beside.run();

        assertThat(throughput.parallel()).isEqualTo(4);
        for (RunEntry entry : beside.entries(0)) {
            RunEntry same =
                    alone.entries(0).stream()
                            .filter(other -> other.key().equals(entry.key()))
                            .findAny()
                            .orElseThrow();
            assertThat(entry.isTimed()).isFalse();
            assertThat(entry.trace().summary().reasoning())
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes(".*nanos")
                    .isEqualTo(same.trace().summary().reasoning());
            assertThat(entry.trace().summary().answer()).isEqualTo(same.trace().summary().answer());
        }
        assertThat(beside.entries(0)).hasSize(12);
    }

    @Test
    void progressTellsRateTimeLeftAndAccuracy() {
        Exam exam = new Exam(folder, "large").calculating();
        List<RunProgress> heard = new ArrayList<>();
        exam.listener = hearing(heard::add);

        exam.run();

        RunProgress third = heard.get(3);
        assertThat(heard.getFirst().secondsLeft()).isEmpty();
        assertThat(third.done()).isEqualTo(3);
        assertThat(third.total()).isEqualTo(5);
        double each = exam.entries(0).getFirst().seconds();
        assertThat(third.now().questionsPerMinute())
                .isCloseTo(60 / each, org.assertj.core.data.Percentage.withPercentage(0.001));
        assertThat(third.secondsLeft().orElseThrow())
                .isCloseTo(2 * each, org.assertj.core.data.Percentage.withPercentage(0.001));
        assertThat(third.standings()).containsExactly(new Standing("large", 2, 3, 0, 0));
        assertThat(third.standings().getFirst().accuracy()).hasValue(2.0 / 3);
    }

    @Test
    void standingsGoOnWithWhatIsInTheFiles() {
        Exam first = new Exam(folder, "large").calculating();
        first.listener = stopping(first, 2);
        assertThatThrownBy(first::run).isInstanceOf(CancelledException.class);
        Exam second = new Exam(folder, "large").calculating();
        List<RunProgress> heard = new ArrayList<>();
        second.listener = hearing(heard::add);

        second.run();

        assertThat(heard.getFirst().standings()).containsExactly(new Standing("large", 1, 2, 0, 0));
        assertThat(heard.getLast().standings()).containsExactly(new Standing("large", 4, 5, 0, 0));
    }

    @Test
    void anEarlyStopIsNoFailureOfTheFiles() {
        Exam exam = new Exam(folder, "large");
        exam.cancellation.cancel();

        assertThatThrownBy(exam::run).isInstanceOf(CancelledException.class);

        assertThat(exam.entries(0)).isEmpty();
    }

    @Test
    void textsThatMayNotBePublishedAreNotInTheFile() throws IOException {
        Exam exam = new Exam(folder, "small");
        exam.dataset = choices(false);

        exam.run();

        String file = Files.readString(exam.plan().file(exam.contestants.getFirst()));
        RunEntry entry = exam.entries(0).getFirst();
        assertThat(file)
                .doesNotContain("Which bird", "penguin", "\"gold\"")
                .contains(exam.dataset.problems().getFirst().hash());
        assertThat(entry.trace().header().question().messages().getLast().content())
                .isEqualTo("[withheld, %s]".formatted(entry.hash()));
    }

    @Test
    void optionsAreShuffledAnewForEachRepeat() {
        Exam exam = new Exam(folder, "small");
        exam.dataset = choices(true);
        exam.repeats = 6;

        exam.run();

        List<RunEntry> entries = exam.entries(0);
        assertThat(entries).extracting(RunEntry::order).doesNotHaveDuplicates().hasSize(6);
        for (RunEntry entry : entries) {
            char right = (char) ('A' + entry.order().indexOf(1));
            assertThat(entry.gold()).contains(String.valueOf(right));
            assertThat(entry.trace().header().question().messages().getLast().content())
                    .contains("\n%s) a penguin".formatted(right));
        }
    }

    private static Dataset choices(boolean publishable) {
        Problem problem =
                new Problem(
                        "birds",
                        "Which bird cannot fly?",
                        List.of("a swift", "a penguin", "a tern", "a kite", "a crow"),
                        new Gold.Choice('B'),
                        Optional.of("birds"),
                        Optional.empty());
        return new Dataset(
                "birds", "ab".repeat(32), Task.CHOICE, List.of(problem), List.of(), publishable);
    }

    @Test
    void enginesForgetBeforeEachQuestionThatIsTimed() {
        AtomicInteger forgotten = new AtomicInteger();
        Exam alone = new Exam(folder.resolve("alone"), "large");
        alone.large = new Forgetful(alone.large, forgotten);
        alone.run();
        assertThat(forgotten).hasValue(5);

        Exam beside = new Exam(folder.resolve("beside"), "large");
        beside.large = new Forgetful(beside.large, forgotten);
        beside.parallel = 2;
        beside.run();
        assertThat(forgotten).hasValue(5);
    }

    private record Forgetful(Engine inner, AtomicInteger forgotten) implements Engine {
        @Override
        public EngineInfo info() {
            return inner.info();
        }

        @Override
        public Session open(Prompt head) {
            return inner.open(head);
        }

        @Override
        public void forget() {
            forgotten.incrementAndGet();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
