package dev.glimprouter.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.TargetShare.Of;
import dev.glimprouter.strategy.TargetShare.Over;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The controller that holds large's share. */
class TargetShareTest {

    private static final int QUESTIONS = 50;

    /** How H_init comes about. */
    private enum Scores {
        TWO_HUMPS,
        DRIFTING_UP,
        DRIFTING_DOWN,
        JUMPING,
        CONSTANT,
        TWO_VALUES;

        double next(Random random, double progress) {
            double humps =
                    random.nextDouble() < 0.35
                            ? random.nextGaussian(1.7, 0.4)
                            : random.nextGaussian(0.15, 0.15);
            double nats =
                    switch (this) {
                        case TWO_HUMPS -> humps;
                        case DRIFTING_UP -> humps + 2 * progress;
                        case DRIFTING_DOWN -> humps + 2 * (1 - progress);
                        case JUMPING -> humps + (progress < 0.5 ? 0 : 3);
                        case CONSTANT -> 0.7;
                        case TWO_VALUES -> random.nextDouble() < 0.6 ? 0 : 1.5;
                    };
            return Math.max(0, nats);
        }
    }

    private static Step written(int index, Writer writer, int tokens) {
        return new Step(index, writer, 0, "x\n\n", tokens, Ending.BLANK_LINE, Optional.empty(), 0);
    }

    /** One question: its reasoning, step by step as the policy decides. */
    private static Reasoning ask(
            TargetShare policy, Scores scores, Random random, double progress) {
        int length = 6 + random.nextInt(15);
        SeenStep past = SeenStep.missing();
        for (int i = 0; i < length; i++) {
            double nats = scores.next(random, progress);
            SeenStep now =
                    new SeenStep(
                            past.question(),
                            past.reasoning(),
                            past.pastGlimpses(),
                            past.config(),
                            () -> SeenStep.of(nats).glimpse());
            Decision decision = policy.decide(now).orElseThrow();
            Step step = written(i, decision.writer(), 5 + random.nextInt(60));
            policy.kept(step);
            List<Optional<Probe>> glimpses = new ArrayList<>(past.pastGlimpses());
            glimpses.add(now.glimpse());
            past =
                    new SeenStep(
                            past.question(),
                            past.reasoning().plus(step),
                            glimpses,
                            past.config(),
                            past.look());
        }
        return past.reasoning();
    }

    private static List<Reasoning> stream(TargetShare policy, Scores scores, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, QUESTIONS)
                .mapToObj(i -> ask(policy, scores, random, (double) i / QUESTIONS))
                .toList();
    }

    private static double stepShare(List<Reasoning> all) {
        double steps = all.stream().mapToInt(one -> one.steps().size()).sum();
        return all.stream().mapToInt(one -> one.stepsBy(Writer.LARGE)).sum() / steps;
    }

    private static double tokenShare(List<Reasoning> all) {
        double tokens = all.stream().mapToInt(Reasoning::tokens).sum();
        return all.stream().mapToInt(one -> one.tokensBy(Writer.LARGE)).sum() / tokens;
    }

    private static TargetShare holding(double rate, Over over, Of of) {
        return new TargetShare(rate, over, of, TargetShare.DEFAULT_SLACK);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.25, 0.5, 0.9, 1})
    void afterFiftyQuestionsTheRateIsWithinThreePoints(double rate) {
        for (Scores scores : Scores.values()) {
            for (long seed = 1; seed <= 10; seed++) {
                List<Reasoning> all = stream(holding(rate, Over.STREAM, Of.STEPS), scores, seed);

                assertThat(stepShare(all))
                        .as("%s, seed %d", scores, seed)
                        .isCloseTo(rate, within(0.03));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5})
    void theShareOfTokensIsHeldToo(double rate) {
        for (Scores scores : Scores.values()) {
            List<Reasoning> all = stream(holding(rate, Over.STREAM, Of.TOKENS), scores, 11);

            assertThat(tokenShare(all)).as(scores.name()).isCloseTo(rate, within(0.03));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5})
    void overEachQuestionTheCountStaysWithinTheSlack(double rate) {
        for (Reasoning one : stream(holding(rate, Over.QUESTION, Of.STEPS), Scores.JUMPING, 12)) {
            assertThat((double) one.stepsBy(Writer.LARGE))
                    .isCloseTo(rate * one.steps().size(), within(7.0));
        }
    }

    @Test
    void theSameOrderGivesTheSameRoutes() {
        assertThat(stream(holding(0.25, Over.STREAM, Of.STEPS), Scores.TWO_HUMPS, 13))
                .isEqualTo(stream(holding(0.25, Over.STREAM, Of.STEPS), Scores.TWO_HUMPS, 13));
    }

    @Test
    void largeGetsTheMostUncertainSteps() {
        TargetShare policy = holding(0.35, Over.STREAM, Of.STEPS);
        Random random = new Random(14);
        int right = 0;
        for (int i = 0; i < 2000; i++) {
            double nats = Scores.TWO_HUMPS.next(random, 0);
            Decision decision = policy.decide(SeenStep.of(nats)).orElseThrow();
            policy.kept(written(0, decision.writer(), 10));
            right += (decision.writer() == Writer.LARGE) == (nats > 0.8) ? 1 : 0;
        }

        assertThat(right / 2000.0).as("seed 14; at random it would be 0.545").isGreaterThan(0.85);
    }

    @Test
    void aStreamKnowsWhatOtherPoliciesHadLargeWrite() {
        TargetShare policy = holding(0.25, Over.STREAM, Of.STEPS);
        for (int i = 0; i < 10; i++) {
            policy.kept(written(i, Writer.LARGE, 10));
        }

        Decision decision = policy.decide(SeenStep.of(9)).orElseThrow();

        assertThat(decision.writer()).as("7.5 steps ahead").isEqualTo(Writer.SMALL);
        assertThat(decision.threshold()).isInfinite();
        assertThat(
                        holding(0.25, Over.STREAM, Of.STEPS)
                                .decide(SeenStep.of(9))
                                .orElseThrow()
                                .writer())
                .as("another object")
                .isEqualTo(Writer.LARGE);
    }

    @ParameterizedTest
    @CsvSource({"LARGE, SMALL", "SMALL, LARGE"})
    void aMissingProbeGoesToLargeUnlessItIsAhead(Writer before, Writer now) {
        TargetShare policy = holding(0.5, Over.QUESTION, Of.STEPS);
        SeenStep step = SeenStep.missing().after("One.", before, Optional.empty());

        Decision decision = policy.decide(step).orElseThrow();

        assertThat(decision.writer()).isEqualTo(now);
        assertThat(decision.certain()).isFalse();
    }

    @Test
    void equalValuesAlternate() {
        TargetShare policy = holding(0.25, Over.STREAM, Of.STEPS);
        StringBuilder route = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            Decision decision = policy.decide(SeenStep.of(0.7)).orElseThrow();
            policy.kept(written(i, decision.writer(), 10));
            route.append(decision.writer() == Writer.LARGE ? 'L' : 'S');
        }

        assertThat(route.substring(0, 8)).as("by tau 1.0 at first").isEqualTo("SSSSSSSS");
        assertThat(route.substring(12)).isEqualTo("LSSSLSSSLSSS");
    }

    @Test
    void manyQuestionsAtOnceShareOneCount() throws Exception {
        TargetShare policy = holding(0.25, Over.STREAM, Of.STEPS);
        List<Future<Reasoning>> running;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running =
                    IntStream.range(0, 200)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () ->
                                                            ask(
                                                                    policy,
                                                                    Scores.TWO_HUMPS,
                                                                    new Random(i),
                                                                    0)))
                            .toList();
        }
        List<Reasoning> all = new ArrayList<>();
        for (Future<Reasoning> one : running) {
            all.add(one.get());
        }

        long steps = all.stream().mapToInt(one -> one.steps().size()).sum();
        assertThat(steps).isGreaterThan(1000);
        assertThat(stepShare(all)).isCloseTo(0.25, within((7.0 + 200) / steps));
    }
}
