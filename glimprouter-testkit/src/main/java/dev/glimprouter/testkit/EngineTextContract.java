package dev.glimprouter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.reasoning.Ending;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What every engine has to do: text, stop rules and draws.
 *
 * <p>It needs no particular model: what a model writes without stop rules is compared with what it
 * writes under them from the same seed.
 */
public abstract class EngineTextContract extends EngineSubject {

    @Test
    final void stopRulesCutExactly() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        Set<Ending> seen = new HashSet<>();
        try (Session session = engine().open(head())) {
            for (long seed = 0; seed < seeds(); seed++) {
                Read raw = Read.all(session.generate(some(seed)));
                seen.add(raw.ending());
                for (Until until : List.of(Until.STEP, Until.BLANK_LINE, Until.REASONING)) {
                    Generation request = request(until, FEW, Distributions.NONE, seed);
                    Read read = Read.all(session.generate(request));
                    checkCut(raw, read, until, seed);
                    seen.add(read.ending());
                }
            }
        }
        assertThat(seen).as("endings reached with seeds below " + seeds()).containsAll(endings());
    }

    private void checkCut(Read raw, Read read, Until until, long seed) {
        StopScanner scanner = new StopScanner(until);
        scanner.feed(raw.text());
        if (scanner.ending().isEmpty() && raw.ending() == Ending.LENGTH) {
            scanner.cut();
        }
        String which = "seed " + seed + " until " + until + " of <" + raw.text() + ">";
        assertThat(read.text()).as(which).isEqualTo(scanner.text());
        assertThat(read.ending()).as(which).isEqualTo(scanner.ending().orElse(raw.ending()));
        assertThat(read.tokens()).as(which).isLessThanOrEqualTo(raw.tokens());
        if (!seesDroppedText()) {
            return;
        }
        String seen = String.join("", raw.pieces().subList(0, read.tokens()));
        int tag = read.ending() == Ending.CLOSE_TAG ? StopScanner.CLOSE_TAG.length() : 0;
        assertThat(read.cost().droppedChars())
                .as(which)
                .isEqualTo(seen.length() - read.text().length() - tag);
    }

    @Test
    final void theEndOfSequenceIsATokenWithoutText() {
        assumeTrue(endings().contains(Ending.END_OF_SEQUENCE), "this model does not end by itself");
        try (Session session = engine().open(head())) {
            for (long seed = 0; seed < seeds(); seed++) {
                Read read = Read.all(session.generate(some(seed)));
                if (read.ending() == Ending.END_OF_SEQUENCE) {
                    assertThat(read.pieces().getLast()).as("seed " + seed).isEmpty();
                    return;
                }
            }
        }
        throw new AssertionError("no seed below " + seeds() + " ends the sequence");
    }

    @Test
    final void noMoreTokensThanAskedFor() {
        try (Session session = engine().open(head())) {
            for (int most : new int[] {1, 2, 7}) {
                Generation request =
                        request(Until.END_OF_SEQUENCE, most, Distributions.NONE, longSeed());
                Read read = Read.all(session.generate(request));
                assertThat(read.tokens()).isBetween(1, most);
                if (read.ending() == Ending.LENGTH) {
                    assertThat(read.tokens()).isEqualTo(most);
                }
            }
        }
    }

    @Test
    final void generatingLeavesTheTextAsItWas() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        long seed = longSeed();
        try (Session session = engine().open(head())) {
            String before = Read.all(session.generate(some(seed))).text();
            session.generate(some(seed + 1)).close();
            try (TokenStream stream = session.generate(some(seed + 2))) {
                stream.next();
            }
            try (TokenStream stream = session.generate(some(seed))) {
                stream.next();
                stream.next();
            }
            Read.all(session.generate(request(Until.STEP, 2, Distributions.ALL, seed)));
            assertThat(Read.all(session.generate(some(seed))).text()).isEqualTo(before);
        }
    }

    @Test
    final void anotherGenerationClosesTheLast() {
        try (Session session = engine().open(head())) {
            TokenStream first = session.generate(some(longSeed()));
            first.next();
            TokenStream second = session.generate(some(longSeed()));
            assertThat(first.next()).isEmpty();
            assertThat(first.ending()).isEqualTo(Ending.CANCELLED);
            assertThat(second.next()).isPresent();
            second.close();
        }
    }

    @Test
    final void anEndingIsToldOnlyAtTheEnd() {
        try (Session session = engine().open(head());
                TokenStream stream = session.generate(some(longSeed()))) {
            assertThatThrownBy(stream::ending).isInstanceOf(IllegalStateException.class);
            stream.next();
            assertThatThrownBy(stream::ending).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    final void afterItsEndAStreamStaysEnded() {
        try (Session session = engine().open(head())) {
            TokenStream stream = session.generate(some(longSeed()));
            int tokens = 0;
            while (stream.next().isPresent()) {
                tokens++;
            }
            assertThat(tokens).isPositive();
            Ending ending = stream.ending();
            assertThat(stream.next()).isEmpty();
            stream.close();
            assertThat(stream.ending()).isEqualTo(ending).isNotEqualTo(Ending.CANCELLED);
        }
    }

    @Test
    final void appendedTextChangesWhatFollows() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        try (Session session = engine().open(head())) {
            Set<String> before = new HashSet<>();
            Set<String> after = new HashSet<>();
            for (long seed = 0; seed < 8; seed++) {
                before.add(Read.all(session.generate(some(seed))).text());
            }
            session.append(UNICODE);
            for (long seed = 0; seed < 8; seed++) {
                after.add(Read.all(session.generate(some(seed))).text());
            }
            assertThat(after).isNotEqualTo(before);
        }
    }

    @Test
    final void theSameTextInPiecesIsTheSameText() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        try (Session one = engine().open(head());
                Session two = engine().open(head())) {
            one.append("First.\n\n");
            one.append("");
            one.append("Second.\n\n");
            two.append("First.\n\nSecond.\n\n");
            long seed = longSeed();
            assertThat(Read.all(one.generate(some(seed))).text())
                    .isEqualTo(Read.all(two.generate(some(seed))).text());
        }
    }

    @Test
    final void aSeedDecidesTheText() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        Set<String> texts = new HashSet<>();
        try (Session one = engine().open(head());
                Session two = engine().open(head())) {
            for (long seed = 0; seed < 8; seed++) {
                String text = Read.all(one.generate(some(seed))).text();
                assertThat(Read.all(two.generate(some(seed))).text())
                        .as("seed " + seed)
                        .isEqualTo(text);
                texts.add(text);
            }
        }
        assertThat(texts).as("texts of eight seeds").hasSizeGreaterThan(1);
    }

    @Test
    final void withoutTemperatureTheSeedDoesNotMatter() {
        Set<String> texts = new HashSet<>();
        try (Session session = engine().open(head())) {
            for (long seed = 0; seed < 4; seed++) {
                Generation greedy =
                        new Generation(
                                Sampling.GREEDY,
                                8,
                                Until.END_OF_SEQUENCE,
                                Distributions.NONE,
                                seed);
                texts.add(Read.all(session.generate(greedy)).text());
            }
        }
        assertThat(texts).hasSize(1);
    }

    @Test
    final void aPrefillHintIsHarmless() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        long seed = longSeed();
        try (Session plain = engine().open(head());
                Session hinted = engine().open(head())) {
            hinted.prefill();
            hinted.append(UNICODE);
            hinted.prefill();
            hinted.prefill();
            plain.append(UNICODE);
            assertThat(Read.all(hinted.generate(some(seed))).text())
                    .isEqualTo(Read.all(plain.generate(some(seed))).text());
        }
    }

    @Test
    final void sessionsDoNotMix() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        long seed = longSeed();
        Prompt other = head("Count </think>\n\n<think> to ten.");
        String alone;
        String otherAlone;
        try (Session one = engine().open(head())) {
            alone = Read.all(one.generate(some(seed))).text();
        }
        try (Session two = engine().open(other)) {
            otherAlone = Read.all(two.generate(some(seed))).text();
        }
        StringBuilder text = new StringBuilder();
        StringBuilder otherText = new StringBuilder();
        try (Session one = engine().open(head());
                Session two = engine().open(other);
                TokenStream first = one.generate(some(seed));
                TokenStream second = two.generate(some(seed))) {
            for (int i = 0; i <= FEW; i++) {
                first.next().ifPresent(token -> text.append(token.text()));
                second.next().ifPresent(token -> otherText.append(token.text()));
            }
        }
        assertThat(text.toString()).isEqualTo(alone);
        assertThat(otherText.toString()).isEqualTo(otherAlone);
    }
}
