package dev.glimprouter.benchmarks;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.llamacpp.LlamaCppProvider;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decodes with the embedded engine, one run for each line on standard input: the twin of {@code
 * benchmarks/decode_loop.c}.
 *
 * <p>It first prints the token ids of its prompt. Every line read holds a seed and asks for one
 * run: the prompt is evaluated and a token drawn, 32 tokens bring back what the other program has
 * driven out of the caches, then 128 tokens are pulled against the clock. A run answers with one
 * line: nanoseconds, tokens, hash of their ids. Fewer than 128 tokens mean that the model ended its
 * text.
 *
 * <pre>DecodeSpeed LIBRARY-DIRECTORY MODEL.gguf THREADS</pre>
 */
public final class DecodeSpeed {

    /** Tokens of a run. */
    static final int RUN_TOKENS = 128;

    private static final int WARM_TOKENS = 32;

    private static final Prompt PROMPT =
            new Prompt(
                    List.of(
                            new Message(
                                    Role.USER,
                                    "Write a long story about a small river that wants to see the"
                                            + " sea, with many people and places in it.")),
                    "");

    private DecodeSpeed() {}

    /** Serves runs until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        Path library = Path.of(arguments[0]);
        ModelSource model = new ModelSource.File(Path.of(arguments[1]), true);
        EngineOptions options =
                new EngineOptions(
                        1024,
                        1,
                        0,
                        Integer.parseInt(arguments[2]),
                        0,
                        Optional.empty(),
                        Optional.of(library),
                        _ -> {});
        try (Engine engine = new LlamaCppProvider().open(model, options)) {
            serve(engine);
        }
    }

    private static void serve(Engine engine) throws IOException {
        System.out.println(promptIds(engine));
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(run(engine, Long.parseLong(line)));
        }
    }

    private static String promptIds(Engine engine) {
        try (Session session = engine.open(PROMPT)) {
            return Arrays.stream(((TokenSession) session).tokens())
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(" "));
        }
    }

    private static String run(Engine engine, long seed) {
        Generation request =
                new Generation(
                        Sampling.DEFAULT,
                        1 + WARM_TOKENS + RUN_TOKENS,
                        Until.END_OF_SEQUENCE,
                        Distributions.NONE,
                        seed);
        try (Session session = engine.open(PROMPT);
                TokenStream stream = session.generate(request)) {
            stream.next();
            long start = System.nanoTime();
            int tokens = -WARM_TOKENS;
            long hash = 0;
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                hash = 31 * hash + next.get().id();
                if (++tokens == 0) {
                    start = System.nanoTime();
                }
            }
            long nanos = System.nanoTime() - start;
            return nanos + " " + tokens + " " + Long.toUnsignedString(hash);
        }
    }
}
