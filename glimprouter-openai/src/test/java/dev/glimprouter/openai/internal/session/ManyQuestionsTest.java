package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.RecordingListener;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Pacer;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.time.Cancellation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many questions at once: none loses a stream, or gets another one's. */
class ManyQuestionsTest extends SessionTestBase {

    private static final int QUESTIONS = 64;

    /** Small is unsure of every second step; each writes which question it thinks of. */
    private static Script small() {
        return scene -> {
            String question = scene.head().messages().getLast().content();
            int step = scene.text().split("\n\n", -1).length - 1;
            Reply reply =
                    step == 4
                            ? Reply.text("Done.</think>")
                            : Reply.text("Small " + step + " of " + question + ".\n\n");
            return (step % 2 == 0 ? reply : reply.entropy(3.5)).pace(Duration.ofMillis(50));
        };
    }

    private static Script large() {
        return scene -> {
            String question = scene.head().messages().getLast().content();
            int step = scene.text().split("\n\n", -1).length - 1;
            Reply reply =
                    scene.text().contains("</think>")
                            ? Reply.text("Answer of " + question)
                            : Reply.text("Large " + step + " of " + question + ".\n\n");
            return reply.pace(Duration.ofMillis(50));
        };
    }

    private static String reasoningOf(String question) {
        return "Small 0 of %1$s.\n\nLarge 1 of %1$s.\n\nSmall 2 of %1$s.\n\nLarge 3 of %1$s.\n\nDone."
                .formatted(question);
    }

    private Engine paced(Kind kind, Script script) {
        Dialect dialect = kind.dialect(script).withSlots(QUESTIONS);
        FaultServer server = closing(FaultServer.start(dialect, Pacer.none()));
        return engine(kind.settings(), kind.template(), server.uri());
    }

    @ParameterizedTest
    @EnumSource(names = {"VLLM", "LLAMA_SERVER", "OLLAMA", "CHAT"})
    void eachGetsItsOwnAnswer(Kind kind) {
        GlimpRouter router =
                new GlimpRouter(
                        Map.of(
                                Writer.SMALL, paced(kind, small()),
                                Writer.LARGE, paced(kind, large())),
                        new ProbeThenDispatch(new EntropyThreshold(1)),
                        RouterConfig.DEFAULT,
                        time);
        List<RecordingListener> heard = new ArrayList<>();
        List<CompletableFuture<Result>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = Question.of("question " + i);
                RecordingListener listener = new RecordingListener();
                heard.add(listener);
                results.add(
                        CompletableFuture.supplyAsync(
                                () -> router.ask(question, listener, new Cancellation()), threads));
            }
        }

        for (int i = 0; i < QUESTIONS; i++) {
            Result result = results.get(i).join();
            assertThat(result.answer()).isEqualTo("Answer of question " + i);
            assertThat(result.reasoning().text()).isEqualTo(reasoningOf("question " + i));
            heard.get(i).check();
            assertThat(heard.get(i).events(RouteEvent.Retried.class)).isEmpty();
        }
    }
}
