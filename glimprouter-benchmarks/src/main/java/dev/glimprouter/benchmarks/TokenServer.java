package dev.glimprouter.benchmarks;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Pacer;
import dev.glimprouter.testkit.upstream.dialect.Dialects;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A small and a large scripted vLLM in a process of their own, which write at a given rate.
 *
 * <p>It prints their addresses, answers each line on its standard input with the number of steps
 * since the last one, and the median and the 95th percentile of their overhead in nanoseconds, and
 * ends with its input. Every third step is one that the small model is unsure of. Steps have from
 * half to one and a half times the given number of tokens, and come after a pause of up to two
 * tokens' time, as prompts are read in: questions that end their steps in the same instant would
 * measure their own queue. The questions of a warm-up get their tokens at once.
 */
final class TokenServer {

    static final String WARM_UP = "Warm-up";
    static final String ANSWER = "It is four.";
    private static final double UNSURE = 3.5;

    private final int steps;
    private final int tokens;
    private final Duration pause;

    private TokenServer(double tokensPerSecond, int steps, int tokens) {
        this.steps = steps;
        this.tokens = tokens;
        this.pause = Duration.ofNanos((long) (1e9 / tokensPerSecond));
    }

    /** Serves: tokens per second, steps of each question, tokens of each step. */
    public static void main(String[] arguments) throws IOException {
        TokenServer server =
                new TokenServer(
                        Double.parseDouble(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]));
        Gaps gaps = new Gaps();
        try (FaultServer small =
                        FaultServer.start(gaps.around(Dialects.vllm(server::small)), Pacer.real());
                FaultServer large =
                        FaultServer.start(gaps.around(Dialects.vllm(server::large)), Pacer.real());
                BufferedReader orders =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            System.out.println(small.uri() + " " + large.uri());
            while (orders.readLine() != null) {
                System.out.println(summary(gaps.take()));
            }
        }
    }

    private static String summary(List<Long> overheads) {
        if (overheads.isEmpty()) {
            return "0 0 0";
        }
        return String.format(
                Locale.ROOT,
                "%d %d %d",
                overheads.size(),
                overheads.get(overheads.size() / 2),
                overheads.get(overheads.size() * 95 / 100));
    }

    private Reply small(Scene scene) {
        int step = written(scene);
        if (step >= steps) {
            return paced(scene, Reply.tokens("So", "</think>"));
        }
        Reply reply = Reply.tokens(step(scene));
        return paced(scene, step % 3 == 2 ? reply.entropy(UNSURE) : reply);
    }

    private Reply large(Scene scene) {
        boolean answers = scene.text().contains("</think>");
        return paced(scene, answers ? Reply.text(ANSWER) : Reply.tokens(step(scene)));
    }

    private static int written(Scene scene) {
        return scene.text().split("\n\n", -1).length - 1;
    }

    private static String question(Scene scene) {
        return scene.head().messages().getLast().content();
    }

    private static SplittableRandom random(Scene scene) {
        return new SplittableRandom(31L * question(scene).hashCode() + written(scene));
    }

    private String[] step(Scene scene) {
        int number = written(scene);
        int length = tokens / 2 + random(scene).nextInt(tokens + 1);
        return IntStream.range(0, length)
                .mapToObj(i -> i == length - 1 ? ".\n\n" : " w" + number + "x" + i)
                .toArray(String[]::new);
    }

    private Reply paced(Scene scene, Reply reply) {
        if (question(scene).startsWith(WARM_UP)) {
            return reply;
        }
        long prefill = random(scene).nextLong(2 * pause.toNanos());
        return reply.pace(pause).after(Duration.ofNanos(prefill));
    }
}
