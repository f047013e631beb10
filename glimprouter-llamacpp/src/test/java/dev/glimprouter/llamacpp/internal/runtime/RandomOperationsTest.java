package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.Verification;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Sessions in any state answer as one that evaluates the whole text from scratch, and the costs of
 * all streams add up to the tokens of all batches.
 */
class RandomOperationsTest {

    private static final int OPERATIONS = 80;
    private static final int CONTEXT = 512;
    private static final int SESSIONS = 3;
    private static final int BRANCHES = 2;
    private static final List<String> WORDS =
            List.of(
                    " two",
                    "and",
                    ".\n\n",
                    "\u00fc",
                    "answer",
                    "</think>",
                    "\n",
                    "So",
                    "1",
                    " ",
                    "<think",
                    "st",
                    "ep",
                    "\ud83d\ude42");

    @TempDir Path directory;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sessionsAnswerAsIfFromScratch(long seed) throws IOException {
        TinyGguf model = TinyGguf.DEFAULT.withSeed(seed);
        try (LlamaEngine engine =
                        TinyEngines.open(
                                directory,
                                model,
                                TinyEngines.options(CONTEXT, SESSIONS, BRANCHES));
                LlamaEngine reference =
                        TinyEngines.open(directory, model, TinyEngines.options(CONTEXT, 1, 0))) {
            new Run(engine, reference, new Random(seed)).go();
        }
    }

    /** A few; more of them with {@code -Dglimprouter.seeds=N}. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("glimprouter.seeds", 12));
    }

    /** A session or branch that is open. */
    private record Open(TokenSession session, int head, boolean branch) {}

    /** One sequence of operations. */
    private static final class Run {

        private final LlamaEngine engine;
        private final LlamaEngine reference;
        private final Random random;
        private final List<Open> open = new ArrayList<>();
        private final List<String> log = new ArrayList<>();
        private long evaluated;

        Run(LlamaEngine engine, LlamaEngine reference, Random random) {
            this.engine = engine;
            this.reference = reference;
            this.random = random;
        }

        void go() {
            for (int i = 0; i < OPERATIONS; i++) {
                if (open.isEmpty() || random.nextInt(8) == 0) {
                    begin();
                } else {
                    operate(open.get(random.nextInt(open.size())));
                }
            }
            List.copyOf(open).forEach(this::close);
            assertThat(DecodeLoop.ofProcessor().call(engine.model()::agreesWithItsCache)).isTrue();
            assertThat(evaluated)
                    .as("evaluated tokens that streams reported, after %s", log)
                    .isEqualTo(engine.counters().tokens());
        }

        private void begin() {
            if (open.stream().filter(one -> !one.branch()).count() < SESSIONS) {
                log.add("begin");
                TokenSession session = TinyEngines.ask(engine, word() + word());
                open.add(new Open(session, session.tokens().length, false));
            }
        }

        private void operate(Open one) {
            TokenSession session = one.session();
            log.add("\n" + open.indexOf(one) + ":");
            switch (random.nextInt(12)) {
                case 0, 1 -> append(session);
                case 2, 3, 4 -> write(session);
                case 5 -> rewrite(session);
                case 6 -> truncate(one);
                case 7 -> verify(session);
                case 8 -> prefill(session);
                case 9 -> branch(one);
                case 10 -> close(one);
                default -> check(session);
            }
        }

        private void append(TokenSession session) {
            String text = word() + word() + word();
            log.add("append <" + text + ">");
            session.append(text);
        }

        /** Generates, reads all or a part, and appends all or a beginning, or that and more. */
        private void write(TokenSession session) {
            Generation request = Reading.drawn(1 + random.nextInt(9), random.nextLong());
            int read = random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(6);
            Reading reading = Reading.some(session, request, read);
            evaluated += reading.evaluated();
            String text = reading.text();
            String kept =
                    switch (random.nextInt(4)) {
                        case 0 -> beginning(text, random.nextInt(text.length() + 1));
                        case 1 -> text + word();
                        default -> text;
                    };
            log.add("write <" + text + ">, keep <" + kept + ">");
            session.append(kept);
        }

        /** Generates and appends another text. */
        private void rewrite(TokenSession session) {
            log.add("rewrite");
            Reading reading = Reading.all(session, Reading.drawn(6, random.nextLong()));
            evaluated += reading.evaluated();
            append(session);
        }

        private void truncate(Open one) {
            int length = one.session().tokens().length;
            int to = Math.max(one.head(), length - random.nextInt(8));
            log.add("truncate " + length + " to " + to);
            one.session().truncate(to);
        }

        private void verify(TokenSession session) {
            int[] draft = random.ints(random.nextInt(5), 0, 300).toArray();
            int[] before = session.tokens();
            int times = 1 + random.nextInt(2);
            log.add("verify " + Arrays.toString(draft) + " " + times + " times");
            Verification seen = session.verify(draft);
            evaluated += evaluated(seen);
            if (times == 2) {
                seen = session.verify(draft);
                evaluated += evaluated(seen);
            }
            assertThat(seen.distributions()).hasSize(draft.length + 1);
            for (int i = 0; i <= draft.length; i++) {
                int[] text = joined(before, Arrays.copyOf(draft, i));
                Logits.assertClose(
                        seen.distributions().get(i).logits(), fromScratch(text), log.toString());
            }
            session.append(Arrays.copyOf(draft, random.nextInt(draft.length + 1)));
        }

        private static int evaluated(Verification seen) {
            return seen.cost().promptTokens()
                    + seen.cost().ownTokens()
                    + seen.cost().decodedTokens();
        }

        private void prefill(TokenSession session) {
            log.add("prefill");
            session.prefill();
        }

        private void branch(Open one) {
            if (open.stream().filter(Open::branch).count() < BRANCHES) {
                log.add("branch");
                TokenSession side = (TokenSession) one.session().branch();
                open.add(new Open(side, one.head(), true));
            }
        }

        private void close(Open one) {
            check(one.session());
            log.add("close");
            one.session().close();
            open.remove(one);
        }

        private void check(TokenSession session) {
            log.add("check");
            Reading reading = Reading.some(session, Reading.greedy(2), 1);
            evaluated += reading.evaluated();
            Logits.assertClose(reading.logits(), fromScratch(session.tokens()), log.toString());
        }

        /** The logits after a text, with nothing of it in a cache before. */
        private float[] fromScratch(int[] text) {
            try (TokenSession other = TinyEngines.begin(reference, text[0] + 1)) {
                Reading.some(other, Reading.greedy(1), 1);
            }
            try (TokenSession session = TinyEngines.begin(reference, text)) {
                Reading reading = Reading.some(session, Reading.greedy(1), 1);
                assertThat(reading.cost().cachedTokens()).isZero();
                return reading.logits();
            }
        }

        private String word() {
            return WORDS.get(random.nextInt(WORDS.size()));
        }

        private static String beginning(String text, int length) {
            boolean inside = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
            return text.substring(0, inside ? length - 1 : length);
        }

        private static int[] joined(int[] first, int[] second) {
            return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
        }
    }
}
