package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.internal.tokens.Utf8Decoder;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StreamTest {

    @TempDir Path directory;

    private static Generation request(int tokens, Distributions wanted) {
        return new Generation(Sampling.GREEDY, tokens, Until.END_OF_SEQUENCE, wanted, 0);
    }

    @Test
    void theFirstDistributionStaysUntilTheSecondPull() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession session = TinyEngines.ask(engine, "one");
                TokenSession other = TinyEngines.ask(engine, "two");
                TokenStream stream = session.generate(request(9, Distributions.FIRST))) {
            TokenDistribution view = stream.next().orElseThrow().distribution().orElseThrow();
            FullDistribution copy = Logits.copy(view);
            Reading.all(other, Reading.greedy(12));

            assertThat(Logits.copy(view).logits()).isEqualTo(copy.logits());
        }
    }

    @Test
    void everyDistributionStaysUntilTheNextPull() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession session = TinyEngines.ask(engine, "one");
                TokenSession other = TinyEngines.ask(engine, "two");
                TokenStream stream = session.generate(request(6, Distributions.ALL))) {
            Optional<Token> token = stream.next();
            while (token.isPresent()) {
                TokenDistribution view = token.get().distribution().orElseThrow();
                FullDistribution copy = Logits.copy(view);
                Reading.all(other, Reading.greedy(3));

                assertThat(Logits.copy(view).logits()).isEqualTo(copy.logits());
                token = stream.next();
            }
        }
    }

    @Test
    void laterDistributionsAreThoseOfPlainEvaluation() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession session = TinyEngines.ask(engine, "one");
                TokenSession plain = TinyEngines.ask(engine, "one");
                TokenStream stream = session.generate(request(6, Distributions.ALL))) {
            Optional<Token> token = stream.next();
            while (token.isPresent()) {
                FullDistribution seen = Logits.copy(token.get().distribution().orElseThrow());
                float[] expected = Reading.all(plain, Reading.greedy(1)).logits();
                Logits.assertClose(seen.logits(), expected, "token " + token.get());
                plain.append(new int[] {token.get().id()});
                token = stream.next();
            }
        }
    }

    @Test
    void aStreamClosedWithUnreadTokensWasCancelled() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession session = TinyEngines.ask(engine, "one")) {
            TokenStream stream = session.generate(request(4, Distributions.NONE));
            stream.next();
            stream.next();
            Reading.all(TinyEngines.ask(engine, "two"), Reading.greedy(9));
            assertThatThrownBy(stream::ending).isInstanceOf(IllegalStateException.class);
            stream.close();

            assertThat(stream.ending()).isEqualTo(Ending.CANCELLED);
            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void unreadTokensMayStillBeAppended() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession session = TinyEngines.ask(engine, "one")) {
            List<Token> whole = Reading.all(session, request(5, Distributions.NONE)).tokens();
            TokenStream stream = session.generate(request(5, Distributions.NONE));
            String read = stream.next().orElseThrow().text() + stream.next().orElseThrow().text();
            int before = session.tokens().length;
            session.append(read);

            assertThat(session.tokens())
                    .hasSize(before + 2)
                    .endsWith(whole.get(0).id(), whole.get(1).id());
        }
    }

    @Test
    void anInterruptedReaderStops() throws Exception {
        TinyGguf model = TinyGguf.DEFAULT;
        try (LlamaEngine engine = TinyEngines.open(directory, model);
                TokenSession session = TinyEngines.ask(engine, "one")) {
            TokenStream stream = session.generate(request(900, Distributions.NONE));
            Thread.currentThread().interrupt();
            while (stream.next().isPresent()) {
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
            }
            assertThat(Thread.interrupted()).isTrue();
            assertThat(stream.ending()).isEqualTo(Ending.CANCELLED);

            assertThat(Reading.all(session, Reading.greedy(3)).tokens()).hasSize(3);
        }
    }

    @Test
    void aBlankLineInsideATokenEndsTheStepAndIsAdopted() throws IOException {
        TinyGguf model = TinyGguf.DEFAULT.withBias(Map.of(".\n\n", 60.0));
        try (LlamaEngine engine = TinyEngines.open(directory, model);
                TokenSession session = TinyEngines.ask(engine, "one")) {
            int before = session.tokens().length;
            Reading step = Reading.all(session, Reading.greedy(9, Until.STEP));
            session.append(step.text());

            assertThat(step.text()).isEqualTo(".\n\n");
            assertThat(step.ending()).isEqualTo(Ending.BLANK_LINE);
            assertThat(session.tokens()).hasSize(before + 1);
        }
    }

    @Test
    void aCharacterOfSeveralTokensComesWhole() throws IOException {
        TinyGguf model = TinyGguf.DEFAULT;
        try (LlamaEngine engine = TinyEngines.open(directory, model);
                TokenSession session = TinyEngines.ask(engine, "one")) {
            Utf8Decoder decoder = new Utf8Decoder();
            session.append("\ud83d\ude42");
            int[] ids = session.tokens();
            StringBuilder text = new StringBuilder();
            for (int i = ids.length - 4; i < ids.length; i++) {
                text.append('[').append(decoder.feed(engine.tokenizer().bytes(ids[i]))).append(']');
            }

            assertThat(text.toString()).isEqualTo("[][][][\ud83d\ude42]");
            assertThat(decoder.isBetweenCharacters()).isTrue();
            decoder.feed(new byte[] {(byte) 0xf0, (byte) 0x9f});
            assertThat(decoder.isBetweenCharacters()).isFalse();
        }
    }

    @Test
    void aCharacterOfSeveralTokensIsStreamedWithItsLastOne() throws IOException {
        Sampling anything = new Sampling(100, 1, 0, 0);
        int characters = 0;
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession session = TinyEngines.ask(engine, "one")) {
            for (int seed = 0; seed < 20; seed++) {
                Generation request =
                        new Generation(
                                anything, 200, Until.END_OF_SEQUENCE, Distributions.NONE, seed);
                List<Token> tokens = Reading.all(session, request).tokens();
                for (int i = 1; i < tokens.size(); i++) {
                    Optional<String> whole = character(engine, tokens.get(i - 1), tokens.get(i));
                    if (whole.isPresent()) {
                        assertThat(tokens.get(i - 1).text()).doesNotEndWith(whole.get());
                        assertThat(tokens.get(i).text()).isEqualTo(whole.get());
                        characters++;
                    }
                }
            }
        }
        assertThat(characters).isPositive();
    }

    /** The character that two tokens of a byte each make, if they make one. */
    private static Optional<String> character(LlamaEngine engine, Token one, Token two) {
        byte[] first = engine.tokenizer().bytes(one.id());
        byte[] second = engine.tokenizer().bytes(two.id());
        boolean whole =
                first.length == 1
                        && second.length == 1
                        && Byte.toUnsignedInt(first[0]) >= 0xc2
                        && Byte.toUnsignedInt(first[0]) < 0xe0
                        && (second[0] & 0xc0) == 0x80;
        return whole
                ? Optional.of(new String(new byte[] {first[0], second[0]}, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @Test
    void brokenCharactersAreReplacedAndStillAdopted() throws IOException {
        Sampling anything = new Sampling(100, 1, 0, 0);
        StringBuilder all = new StringBuilder();
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession session = TinyEngines.ask(engine, "one")) {
            int head = session.tokens().length;
            for (int seed = 0; seed < 40; seed++) {
                Generation request =
                        new Generation(
                                anything, 8, Until.END_OF_SEQUENCE, Distributions.NONE, seed);
                Reading own = Reading.all(session, request);
                if (own.ending() == Ending.LENGTH && endsBetweenCharacters(engine, own)) {
                    all.append(own.text());
                    session.append(own.text());
                    assertThat(Arrays.stream(session.tokens()).skip(head).boxed())
                            .as("seed %d, <%s>", seed, own.text())
                            .isEqualTo(own.ids());
                    session.truncate(head);
                }
            }
        }
        assertThat(all.toString()).contains("\ufffd");
    }

    private static boolean endsBetweenCharacters(LlamaEngine engine, Reading own) {
        Utf8Decoder decoder = new Utf8Decoder();
        own.ids().forEach(id -> decoder.feed(engine.tokenizer().bytes(id)));
        return decoder.isBetweenCharacters();
    }

    @Test
    void aSeedGivesTheSameTokensAloneAndInCompany() throws IOException {
        TinyGguf model = TinyGguf.DEFAULT.withSharpness(0.5);
        try (LlamaEngine engine =
                TinyEngines.open(directory, model, TinyEngines.options(512, 8, 0))) {
            List<Integer> alone;
            try (TokenSession session = TinyEngines.ask(engine, "one")) {
                alone = Reading.all(session, Reading.drawn(40, 3)).ids();
            }
            List<Integer> together = Crowd.read(engine, 8, Reading.drawn(40, 3)).getFirst().ids();

            assertThat(together).isEqualTo(alone);
        }
    }
}
