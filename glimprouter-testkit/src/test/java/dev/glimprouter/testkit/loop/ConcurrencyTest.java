package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.RepeatDetector;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.GlimpseBy;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.RecordingListener;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.time.Cancellation;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many questions at the same time. */
class ConcurrencyTest {

    private static final int QUESTIONS = 200;
    private static final RouterConfig CONFIG =
            new RouterConfig(
                    new Sampling(1, 1, 0, 0),
                    40,
                    300,
                    false,
                    60,
                    RepeatDetector.DEFAULT,
                    Optional.empty(),
                    7,
                    0,
                    LargeDown.FAIL,
                    GlimpseBy.STREAM,
                    Mode.CLEAN,
                    false,
                    false,
                    false);

    private static GlimpRouter router() {
        return new GlimpRouter(
                Map.of(SMALL, ScriptedEngine.babbling(), LARGE, ScriptedEngine.babbling()),
                new ProbeThenDispatch(new EntropyThreshold(3.35)),
                CONFIG,
                new ManualTime());
    }

    private static List<RouteEvent> events(GlimpRouter router, int number) {
        RecordingListener heard = new RecordingListener();
        Question question = Route.QUESTION.withId("question " + number);
        router.ask(question, heard, new Cancellation());
        return heard.check().events();
    }

    @Test
    void twoHundredQuestionsAtOnceGiveTheSameEventsAsOneByOne() throws Exception {
        List<List<RouteEvent>> oneByOne = new ArrayList<>();
        GlimpRouter alone = router();
        for (int i = 0; i < QUESTIONS; i++) {
            oneByOne.add(events(alone, i));
        }

        GlimpRouter shared = router();
        List<Future<List<RouteEvent>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < QUESTIONS; i++) {
                int number = i;
                running.add(threads.submit(() -> events(shared, number)));
            }
        }

        for (int i = 0; i < QUESTIONS; i++) {
            assertThat(running.get(i).get()).as("question " + i).isEqualTo(oneByOne.get(i));
        }
        assertThat(oneByOne.stream().distinct().count()).isEqualTo(QUESTIONS);
    }

    @Test
    void theSeedAndTheRepeatDecideTheReasoning() {
        String base = reasoning(CONFIG);

        assertThat(reasoning(CONFIG)).isEqualTo(base);
        assertThat(reasoning(CONFIG.withSeed(8))).isNotEqualTo(base);
        assertThat(reasoning(CONFIG.withRepeat(1))).isNotEqualTo(base);
    }

    private static String reasoning(RouterConfig config) {
        return router().withConfig(config).ask(Route.QUESTION).reasoning().text();
    }
}
