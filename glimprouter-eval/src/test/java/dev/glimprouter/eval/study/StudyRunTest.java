package dev.glimprouter.eval.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.run.RunFailure;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.statistics.SentenceBleu;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Each step by both models, and what its forks come to, worked out by hand. */
class StudyRunTest {

    @TempDir Path folder;

    private Path file;
    private TwoMinds minds;

    @BeforeEach
    void prepare() {
        file = folder.resolve("studies/sums.jsonl");
        minds = new TwoMinds(file);
    }

    private List<StudyEntry> entries() {
        return StudyFile.read(file).entries();
    }

    private StudyEntry first() {
        return entries().getFirst();
    }

    @Test
    void eachStepHasItsSignals() {
        minds.embedding().run();

        StudyEntry first = first();
        assertThat(entries()).extracting(StudyEntry::problem).containsExactly("q0", "q1", "q2");
        assertThat(first.grade().orElseThrow().mark()).isEqualTo(Mark.WRONG);
        assertThat(first.reasoningSteps()).isEqualTo(4);
        assertThat(first.steps())
                .extracting(
                        StudiedStep::index,
                        StudiedStep::firstToken,
                        step -> step.small().text(),
                        step -> step.large().text(),
                        StudiedStep::kept)
                .containsExactly(
                        tuple(0, "Read", "Read it.\n\n", "Read it.\n\n", Writer.SMALL),
                        tuple(1, "Then", "Then add.\n\n", TwoMinds.CAREFULLY, Writer.SMALL),
                        tuple(2, "Check", "Check it.\n\n", "Check it.\n\n", Writer.SMALL),
                        tuple(3, "So", "So done.", "Fine.", Writer.SMALL));
        StudiedStep second = first.steps().get(1);
        assertThat(second.hInit().orElseThrow()).isCloseTo(Math.log(64), within(1e-5));
        assertThat(second.hStep().orElseThrow()).isCloseTo(Math.log(4), within(1e-5));
        assertThat(second.pplStep().orElseThrow()).isCloseTo(4, within(1e-5));
        assertThat(second.judge().orElseThrow()).isCloseTo(5, within(1e-9));
        assertThat(second.bleu().orElseThrow())
                .isEqualTo(SentenceBleu.of("Then add.", TwoMinds.CAREFULLY.strip()));
        assertThat(second.similarity().orElseThrow())
                .isCloseTo(Math.cos((TwoMinds.CAREFULLY.length() - 11) / 100.0), within(1e-6));
        assertThat(second.small().tokens()).isEqualTo(3);
        StudiedStep third = first.steps().get(2);
        assertThat(third.judge()).hasValue(9);
        assertThat(third.bleu()).hasValue(1);
        assertThat(third.similarity().orElseThrow()).isCloseTo(1, within(1e-6));
        assertThat(first.steps().getLast().small().ending()).isEqualTo(Ending.CLOSE_TAG);
    }

    @Test
    void atTheHighStepLargeTurnsTheAnswerAndAtTheLowOneItDoesNot() {
        minds.run();

        assertThat(first().forks())
                .extracting(
                        Fork::step,
                        Fork::side,
                        fork -> fork.small().mark(),
                        fork -> fork.large().mark())
                .containsExactly(
                        tuple(1, Fork.Side.HIGH, Mark.WRONG, Mark.RIGHT),
                        tuple(0, Fork.Side.LOW, Mark.WRONG, Mark.WRONG));
        assertThat(entries().get(1).forks())
                .extracting(fork -> fork.small().mark(), fork -> fork.large().mark())
                .containsOnly(tuple(Mark.RIGHT, Mark.RIGHT));
    }

    @Test
    void theFollowedStrategySaysWhoseVersionIsKept() {
        minds.base = Contestant.parse("glimpse(tau=1)", TwoMinds.RULES);

        minds.run();

        assertThat(first().steps())
                .extracting(StudiedStep::kept)
                .containsExactly(Writer.SMALL, Writer.LARGE, Writer.SMALL, Writer.SMALL);
        assertThat(first().grade().orElseThrow().mark()).isEqualTo(Mark.RIGHT);
    }

    @Test
    void limitsSaveWork() {
        minds.rules = new StudyRules(2, 0, false, Optional.empty());

        minds.run();

        assertThat(first().steps()).hasSize(2).allMatch(step -> step.judge().isEmpty());
        assertThat(first().reasoningSteps()).isEqualTo(4);
        assertThat(first().forks()).isEmpty();
    }

    @Test
    void whatALimitCutsIsComparedWithNothing() {
        minds.base = Contestant.parse("small-steps", TwoMinds.RULES.withStepLimit(4));

        minds.run();

        StudiedStep second = first().steps().get(1);
        assertThat(second.large().ending()).isEqualTo(Ending.LENGTH);
        assertThat(second.bleu()).isEmpty();
        assertThat(second.judge()).isPresent();
        assertThat(first().forks()).extracting(Fork::step).containsExactly(2, 0);
    }

    @Test
    void whoCannotEmbedTellsNoSimilarity() {
        minds.run();

        assertThat(StudyFile.read(file).header().rules().embedder()).isEmpty();
        assertThat(first().steps()).allMatch(step -> step.similarity().isEmpty());
    }

    @Test
    void aTornLineIsStudiedAgainToTheSame() throws IOException {
        minds.run();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));
        assertThat(entries()).hasSize(2);
        TwoMinds again = new TwoMinds(file);
        List<Integer> done = new ArrayList<>();
        again.listener =
                new StudyListener() {
                    @Override
                    public void started(int already, int total) {
                        done.add(already);
                    }

                    @Override
                    public void finished(StudyEntry entry, int now, int total) {
                        done.add(now);
                    }
                };

        again.run();

        assertThat(done).containsExactly(2, 3);
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void whatWasBegunOtherwiseIsRefused() {
        minds.run();
        TwoMinds other = new TwoMinds(file);
        other.rules = new StudyRules(11, 1, true, Optional.empty());

        assertThatThrownBy(other::run)
                .isInstanceOf(RequestException.class)
                .hasMessageContaining(
                        "sums.jsonl was begun otherwise: study.steps was 10 and is 11");
    }

    @Test
    void aRunIsNoStudy() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"schema\":\"glimprouter.run\",\"version\":1}\n");

        assertThatThrownBy(minds::run)
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("exists and is not a study");
        assertThatThrownBy(() -> StudyFile.read(file))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("line 1: not the header of a study");
    }

    @Test
    void whatKeepsFailingIsToldApart() {
        minds.large = failingAt("What is 2 + 2?");

        minds.run();

        assertThat(entries()).hasSize(3);
        StudyEntry third = entries().get(2);
        assertThat(third.failure())
                .contains(new RunFailure("RetryableException", "The server is down: start it."));
        assertThat(third.attempts()).isEqualTo(3);
        assertThat(third.steps()).isEmpty();
    }

    private Engine failingAt(String question) {
        return ScriptedEngine.of(
                        scene ->
                                scene.head().messages().getLast().content().equals(question)
                                        ? Reply.failure(
                                                new RetryableException(
                                                        "The server is down: start it."))
                                        : TwoMinds.large(scene))
                .withTime(minds.time);
    }

    @Test
    void aStopLeavesWhatWasFinished() {
        minds.listener =
                new StudyListener() {
                    @Override
                    public void started(int done, int total) {}

                    @Override
                    public void finished(StudyEntry entry, int done, int total) {
                        minds.cancellation.cancel();
                    }
                };

        assertThatThrownBy(minds::run).isInstanceOf(CancelledException.class);

        assertThat(entries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "large", "specreason", "speccot", "token-entropy"})
    void whatCannotBeFollowedIsRefused(String strategy) {
        minds.base = Contestant.parse(strategy, TwoMinds.RULES);

        assertThatThrownBy(minds::plan)
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("A study cannot follow " + strategy);
    }

    @Test
    void rulesThatOnlySaveTimeAreRefused() {
        RouterConfig ahead = TwoMinds.RULES.withAhead(true);
        minds.base = Contestant.parse("glimpse", ahead);

        assertThatThrownBy(minds::plan)
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("leave --speculative, --ahead, --race and --mode out");
    }
}
