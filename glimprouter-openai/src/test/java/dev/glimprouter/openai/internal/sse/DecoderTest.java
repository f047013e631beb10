package dev.glimprouter.openai.internal.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The decoders: same events wherever the bytes are cut. */
class DecoderTest {

    private static List<SseEvent> decode(EventDecoder decoder, byte[] bytes, List<Integer> cuts)
            throws TooLongException {
        List<SseEvent> events = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            decoder.feed(ByteBuffer.wrap(bytes, from, cut - from), events::add);
            from = cut;
        }
        decoder.feed(ByteBuffer.wrap(bytes, from, bytes.length - from), events::add);
        decoder.end(events::add);
        return events;
    }

    private static List<SseEvent> sse(String text) throws TooLongException {
        return decode(new SseDecoder(), text.getBytes(UTF_8), List.of());
    }

    private static List<String> data(List<SseEvent> events) {
        return events.stream().map(SseEvent::data).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.glimprouter.openai.internal.sse.Bodies#all")
    void aCutAtAnyByteChangesNothing(Bodies.Body body) throws TooLongException {
        byte[] bytes = body.text().getBytes(UTF_8);
        List<SseEvent> whole = decode(body.decoder().get(), bytes, List.of());
        assertThat(data(whole)).isEqualTo(body.data());

        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(decode(body.decoder().get(), bytes, List.of(cut)))
                    .as("cut at byte %d", cut)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20261124})
    void manyRandomCutsChangeNothing(long seed) throws TooLongException {
        SplittableRandom random = new SplittableRandom(seed);
        for (Bodies.Body body : Bodies.all().toList()) {
            byte[] bytes = body.text().getBytes(UTF_8);
            for (int round = 0; round < 200; round++) {
                List<Integer> cuts =
                        random.ints(random.nextInt(30), 0, bytes.length + 1)
                                .sorted()
                                .boxed()
                                .toList();
                assertThat(data(decode(body.decoder().get(), bytes, cuts)))
                        .as("%s cut at %s", body, cuts)
                        .isEqualTo(body.data());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.glimprouter.openai.internal.sse.Bodies#all")
    void aByteAtATimeChangesNothing(Bodies.Body body) throws TooLongException {
        byte[] bytes = body.text().getBytes(UTF_8);
        List<Integer> cuts = new ArrayList<>();
        for (int i = 1; i < bytes.length; i++) {
            cuts.add(i);
        }
        assertThat(data(decode(body.decoder().get(), bytes, cuts))).isEqualTo(body.data());
    }

    @Test
    void anEventHasItsTypeOrTheDefaultOne() throws TooLongException {
        assertThat(sse("event: error\ndata: x\n\ndata: y\n\nevent\ndata: z\n\n"))
                .containsExactly(
                        new SseEvent("error", "x"),
                        new SseEvent("message", "y"),
                        new SseEvent("message", "z"));
    }

    @Test
    void aReturnEndsAnEventWithoutWaitingForTheNextByte() throws TooLongException {
        assertThat(data(sse("data: x\r\r"))).containsExactly("x");
    }

    @Test
    void onlyOneByteOrderMarkIsDropped() throws TooLongException {
        assertThat(sse("\uFEFF\uFEFFdata: x\n\n")).isEmpty();
        assertThat(data(sse("\uFEFFdata: \uFEFFx\n\n"))).containsExactly("\uFEFFx");
    }

    @Test
    void bytesThatAreNoUtf8BecomeReplacementCharacters() throws TooLongException {
        byte[] bytes = "data: a?b\n\n".getBytes(UTF_8);
        bytes[7] = (byte) 0xE2;
        assertThat(data(decode(new SseDecoder(), bytes, List.of()))).containsExactly("a\uFFFDb");
    }

    @Test
    void theLastJsonLineNeedsNoLineEnd() throws TooLongException {
        byte[] bytes = "{}\n[1]".getBytes(UTF_8);
        assertThat(data(decode(new JsonLines(), bytes, List.of(4)))).containsExactly("{}", "[1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: 0123456789",
                ": 012345678901234",
                "data: 01\ndata: 23\ndata: 45\ndata: 67\n"
            })
    void anEventOfTooManyBytesIsAnError(String text) {
        assertThatThrownBy(() -> decode(new SseDecoder(10), text.getBytes(UTF_8), List.of(3)))
                .isInstanceOf(TooLongException.class)
                .hasMessageContaining("longer than 10 bytes");
    }

    @Test
    void aLineOfTooManyBytesIsAnError() {
        byte[] bytes = "01234567890".getBytes(UTF_8);
        assertThatThrownBy(() -> decode(new JsonLines(10), bytes, List.of()))
                .isInstanceOf(TooLongException.class)
                .hasMessage("a line is longer than 10 bytes");
    }

    @Test
    void theBoundIsOfOneEventNotOfTheBody() throws TooLongException {
        byte[] bytes = "data: 0123\n\n".repeat(100).getBytes(UTF_8);
        assertThat(decode(new SseDecoder(10), bytes, List.of())).hasSize(100);
    }
}
