package dev.glimprouter.benchmarks;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.openai.OpenAiProvider;
import dev.glimprouter.question.Question;
import dev.glimprouter.time.Cancellation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many questions at once over HTTP: whether every stream arrives, whether a virtual thread is
 * pinned to its carrier, how much heap it takes, and what the router adds to each step.
 *
 * <pre>benchmarks/many-questions.sh [QUESTIONS [TOKENS_PER_SECOND [STEPS [TOKENS]]]]</pre>
 *
 * <p>The servers are scripted and run in a process of their own on the same machine ({@link
 * TokenServer}). The overhead of a step is measured there ({@link Gaps}): from the moment before
 * the last bytes of a question's stream are written, to the moment when its next request has been
 * read whole; for a step of the large model, the time from the glimpse to the request of the large
 * model is added. So it holds all that is not the servers' generating: both directions of the
 * loopback interface, the client's reading and decoding, the router's own work, tokenizing what the
 * other model wrote (a request at a change of the writer), the writing and the reading of the next
 * request, and the waiting for a free core, which both processes share. It is an upper bound of
 * what the router costs; how busy either process keeps the cores is told beside it.
 *
 * <p>A first round of questions at full speed warms both processes up and is not counted.
 */
public final class ManyQuestions {

    private static final double MOST_MEDIAN_MILLIS = 1;
    private static final int WARM_UPS = 512;

    private final GlimpRouter router;
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicLong tokens = new AtomicLong();

    private ManyQuestions(GlimpRouter router) {
        this.router = router;
    }

    /** Asks: questions, tokens per second, steps of each question, tokens of each step. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = Integer.parseInt(arguments[0]);
        try (Program servers = Program.start(serverCommand(arguments))) {
            String[] addresses = servers.answer().split(" ", -1);
            try (Engine small = open(addresses[0]);
                    Engine large = open(addresses[1])) {
                ManyQuestions warmUp = new ManyQuestions(GlimpRouter.of(small, large));
                for (int i = 0; i < WARM_UPS / count + 1; i++) {
                    warmUp.askAll(TokenServer.WARM_UP + " " + i, count);
                }
                servers.ask("forget");
                heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
                ManyQuestions questions = new ManyQuestions(GlimpRouter.of(small, large));
                PinnedThreads pinned = new PinnedThreads();
                Effort before = Effort.now(servers.process());
                questions.askAll("Question", count);
                Effort effort = Effort.now(servers.process()).since(before);
                List<String> pins = pinned.stop();
                questions.report(count, effort, pins, servers.ask("tell").split(" ", -1));
            }
        }
    }

    private static List<String> serverCommand(String[] arguments) {
        return Java.command(
                List.of("-Xmx512m"), TokenServer.class, arguments[1], arguments[2], arguments[3]);
    }

    private static Engine open(String address) {
        return new OpenAiProvider()
                .open(
                        new ModelSource.Servers(List.of(URI.create(address)), ""),
                        EngineOptions.DEFAULT);
    }

    private void askAll(String what, int count) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                Question question = Question.of(what + " no. " + i);
                threads.execute(() -> ask(question));
            }
        }
    }

    private void ask(Question question) {
        try {
            Result result = router.ask(question, this::hear, new Cancellation());
            if (!result.answer().equals(TokenServer.ANSWER)) {
                lost.incrementAndGet();
            }
            tokens.addAndGet(
                    result.usage().values().stream().mapToLong(Usage::generatedTokens).sum());
        } catch (GlimpRouterException failure) {
            System.err.println(failure.getMessage());
            lost.incrementAndGet();
        }
    }

    private void hear(RouteEvent event) {
        if (event instanceof RouteEvent.Retried retried) {
            System.err.println(retried.reason());
            lost.incrementAndGet();
        }
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private void report(int count, Effort effort, List<String> pins, String[] steps) {
        double median = Long.parseLong(steps[1]) / 1e6;
        double late = Long.parseLong(steps[2]) / 1e6;
        long peak = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        pins.forEach(System.err::println);
        System.out.printf(
                Locale.ROOT,
                "%d questions at once, %.1f s, %.0f tokens/s, %d lost streams, %d pinned threads%n",
                count,
                effort.seconds(),
                tokens.get() / effort.seconds(),
                lost.get(),
                pins.size());
        System.out.printf(
                Locale.ROOT,
                "heap at most %d of %d MiB; of %d cores %.2f busy here and %.2f in the servers%n",
                peak >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors(),
                effort.clientSeconds() / effort.seconds(),
                effort.serverSeconds() / effort.seconds());
        boolean passed = lost.get() == 0 && pins.isEmpty() && median < MOST_MEDIAN_MILLIS;
        System.out.printf(
                Locale.ROOT,
                "%s: overhead of %s steps: median %.3f ms (less than %.0f is wanted), 95 %% below %.3f ms%n",
                passed ? "PASSED" : "FAILED",
                steps[0],
                median,
                MOST_MEDIAN_MILLIS,
                late);
        if (!passed) {
            System.exit(1);
        }
    }
}
