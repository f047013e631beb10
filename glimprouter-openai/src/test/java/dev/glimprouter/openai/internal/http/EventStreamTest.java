package dev.glimprouter.openai.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.sse.JsonLines;
import dev.glimprouter.openai.internal.sse.SseDecoder;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

class EventStreamTest extends HttpTestBase {

    private final CountDownLatch hungUp = new CountDownLatch(1);

    /** Plays something, then waits for the client to hang up. */
    private RawServer endless(RawServer.Script script) {
        return server(
                peer -> {
                    script.play(peer.request());
                    peer.awaitEnd();
                    hungUp.countDown();
                });
    }

    @Test
    void eventsComeAsTheyAreSentUntilTheCleanEnd() {
        RawServer server =
                server(
                        peer ->
                                peer.request().stream()
                                        .chunk(": hello\n\ndata: 1\n\nda")
                                        .chunk("ta: 2\n\ndata: [DONE]\n\n")
                                        .send("0\r\n\r\n"));
        EventStream stream = stream(server);

        assertThat(stream.end()).isEqualTo(StreamEnd.OPEN);
        assertThat(readAll(stream)).containsExactly("1", "2", "[DONE]");
        assertThat(stream.end()).isEqualTo(StreamEnd.CLEAN);
        assertThat(stream.next()).isEmpty();
        assertThat(time.alarms()).isZero();
    }

    @Test
    void whatHasComeTogetherNeedNotBeWaitedFor() {
        CountDownLatch go = new CountDownLatch(1);
        RawServer server =
                server(
                        peer -> {
                            peer.request().stream()
                                    .send("9\r\ndata: 1\n\n\r\n9\r\ndata: 2\n\n\r\n");
                            go.await();
                            peer.send("9\r\ndata: 3\n\n\r\n0\r\n\r\n");
                        });
        EventStream stream = stream(server);

        assertThat(stream.hasMore()).isFalse();
        assertThat(stream.next()).contains("1");
        assertThat(stream.hasMore()).isTrue();
        assertThat(stream.next()).contains("2");
        assertThat(stream.hasMore()).isFalse();
        go.countDown();
        assertThat(stream.next()).contains("3");
        assertThat(stream.hasMore()).as("only the end is left").isFalse();
        assertThat(stream.next()).isEmpty();
        assertThat(stream.hasMore()).isFalse();
    }

    @Test
    void jsonLinesComeTheSameWay() {
        RawServer server = server(peer -> peer.request().reply("200 OK", "{\"a\":1}\n{\"b\":2}"));
        EventStream stream = transport(server).open(Call.post(server.uri(), "{}"), new JsonLines());

        assertThat(readAll(stream)).containsExactly("{\"a\":1}", "{\"b\":2}");
        assertThat(stream.end()).isEqualTo(StreamEnd.CLEAN);
        assertThat(server.heads.getFirst()).contains("Accept: application/x-ndjson");
    }

    @Test
    void closingWhileTheServerIsSilentWakesTheReader() throws InterruptedException {
        RawServer server = endless(peer -> peer.stream().chunk("data: 1\n\n"));
        EventStream stream = stream(server);
        assertThat(stream.next()).contains("1");
        var second = async(stream::next);

        stream.close();
        stream.close();

        assertThat(second.join()).isEmpty();
        assertThat(stream.end()).isEqualTo(StreamEnd.CLOSED);
        hungUp.await();
        assertThat(time.alarms()).isZero();
    }

    @Test
    void closingBeforeTheHeadersHangsUpToo() throws InterruptedException {
        RawServer server = endless(peer -> {});
        EventStream stream = stream(server);
        var first = async(stream::next);
        server.awaitRequest();

        stream.close();

        assertThat(first.join()).isEmpty();
        hungUp.await();
    }

    @RepeatedTest(200)
    void closingAtAnyMomentLeavesNothingBehind(RepetitionInfo repetition) {
        RawServer server = endless(peer -> peer.stream().chunk("data: 1\n\n"));
        Transport transport = transport(server);
        EventStream stream = transport.open(Call.post(server.uri(), "{}"), new SseDecoder());
        var all = async(() -> readAll(stream));
        for (int i = 0; i < 3000 * (repetition.getCurrentRepetition() % 40); i++) {
            Thread.onSpinWait();
        }

        stream.close();

        assertThat(all.join()).isSubsetOf("1");
        until(() -> server.connections() == 0);
        assertThat(transport.live()).isZero();
        assertThat(time.alarms()).isZero();
    }

    @Test
    void nothingIsReadAfterClosing() {
        RawServer server = endless(peer -> peer.stream().chunk("data: 1\n\ndata: 2\n\n"));
        EventStream stream = stream(server);
        assertThat(stream.next()).contains("1");

        stream.close();

        assertThat(stream.next()).isEmpty();
    }

    @Test
    void anInterruptClosesTheStreamAndStaysSet() throws InterruptedException {
        RawServer server = endless(RawServer.Peer::stream);
        EventStream stream = stream(server);
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread reader =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    Optional<String> none = stream.next();
                                    flag.complete(
                                            none.isEmpty()
                                                    && Thread.currentThread().isInterrupted());
                                });
        server.awaitRequest();

        reader.interrupt();

        assertThat(flag.join()).isTrue();
        hungUp.await();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\n9\r\ndata: 1\n\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n9\r\ndata: 1\n\n\r\n5\r\nda",
                "Content-Length: 100\r\n\r\ndata: 1\n\nda"
            })
    void aBodyThatStopsShortIsLost(String rest) {
        RawServer server = server(peer -> peer.request().send("HTTP/1.1 200 OK\r\n" + rest));
        EventStream stream = stream(server);

        assertThat(stream.next()).contains("1");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(stream::next)
                    .isInstanceOf(RetryableException.class)
                    .hasMessageContaining(" broke off the connection: ");
            assertThat(stream.end()).isEqualTo(StreamEnd.LOST);
        }
    }

    @Test
    void aResetIsLost() throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        RawServer server =
                server(
                        peer -> {
                            peer.request().send("HTTP/1.1 200 OK\r\n\r\ndata: 1\n\n");
                            seen.await();
                            peer.reset();
                        });
        EventStream stream = stream(server);
        assertThat(stream.next()).contains("1");
        seen.countDown();

        assertThatThrownBy(stream::next)
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("reset");
        assertThat(stream.end()).isEqualTo(StreamEnd.LOST);
    }

    @Test
    void anErrorInAnEventIsThrown() {
        RawServer server =
                endless(
                        peer ->
                                peer.stream()
                                        .chunk(
                                                "data: {\"text\":\"an \\\"error\\\"\"}\n\ndata: {\"error\":{\"message\":\"The request queue is full.\",\"code\":503}}\n\n"));
        EventStream stream = stream(server);

        assertThat(stream.next()).isPresent();
        assertThatThrownBy(stream::next)
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("The request queue is full.");
        assertThat(stream.end()).isEqualTo(StreamEnd.REFUSED);
        assertThat(hungUp).satisfies(CountDownLatch::await);
    }

    @Test
    void aRefusalComesAtTheFirstPull() {
        RawServer server =
                server(
                        peer ->
                                peer.request()
                                        .reply("400 Bad", "{\"error\":{\"message\":\"top_k?\"}}"));
        EventStream stream = stream(server);

        assertThatThrownBy(stream::next)
                .isExactlyInstanceOf(RequestException.class)
                .hasMessage(
                        "%s refuses the request (HTTP 400): top_k?"
                                .formatted(Origin.of(server.uri())));
        assertThat(stream.end()).isEqualTo(StreamEnd.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json; charset=utf-8"})
    void aReplyInOnePieceIsNoStream(String type) {
        RawServer server =
                server(peer -> peer.request().reply("200 OK\r\nContent-Type: " + type, "{}"));
        assertThatThrownBy(() -> stream(server).next())
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(", not with a stream of text/event-stream");
    }

    @Test
    void sixtyFourStreamsAreReadAtOnce() {
        CountDownLatch all = new CountDownLatch(64);
        RawServer server =
                server(
                        peer -> {
                            peer.request().stream().chunk("data: 1\n\n");
                            all.countDown();
                            all.await();
                            peer.chunk("data: 2\n\n").send("0\r\n\r\n");
                        });
        Transport transport = transport(server.uri(), ServerSettings.DEFAULT);
        List<CompletableFuture<List<String>>> reads = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            EventStream stream = transport.open(Call.post(server.uri(), "{}"), new SseDecoder());
            reads.add(async(() -> readAll(stream)));
        }
        assertThat(reads).allSatisfy(read -> assertThat(read.join()).containsExactly("1", "2"));
        assertThat(transport.live()).isZero();
    }
}
