package dev.glimprouter.testkit.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.testkit.ManualTime;

import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Clients that go away are seen, and nothing is left of a closed server. */
class LeavingTest {

    private static final Play HELLO = Play.response(200, "text/plain", "hello");

    @Test
    void aClientThatClosesIsSeenWithWhatWasWritten() throws Exception {
        Gate gate = new Gate();
        Play play =
                Play.of(
                        Play.streamHead("text/event-stream", Framing.CHUNKED),
                        new Act.Event("data: a\n\n", 1),
                        new Act.Event("data: b\n\n", 2),
                        new Act.Wait(gate),
                        new Act.Event("data: c\n\n", 1),
                        new Act.End());
        ManualTime time = new ManualTime();
        try (FaultServer server = FaultServer.start(_ -> play, Pacer.none(), time);
                Client client = new Client(server.uri())) {
            InputStream body = client.open("/", "").body();
            Exchange exchange = server.awaitExchange(0);
            exchange.awaitTokens(3);
            time.advance(7);
            assertThat(exchange.abort()).isEmpty();
            body.close();
            Exchange.Abort abort = exchange.awaitAbort();
            assertThat(abort.nanos()).isEqualTo(7);
            assertThat(abort.written().events()).isEqualTo(2);
            assertThat(abort.written().tokens()).isEqualTo(3);
            assertThat(exchange.written()).isEqualTo(abort.written());
            server.awaitOpenConnections(0);
        }
    }

    @Test
    void aFinishedExchangeWasNotAborted() throws Exception {
        try (FaultServer server = FaultServer.start(_ -> HELLO)) {
            try (Socket socket = Client.socket(server)) {
                Client.ask(socket, "/");
                assertThat(Client.read(socket, 69)).endsWith("hello");
            }
            server.awaitOpenConnections(0);
            assertThat(server.awaitExchange(0).abort()).isEmpty();
            assertThatThrownBy(() -> server.awaitExchange(0).awaitAbort())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("PLAYED");
        }
    }

    @Test
    void aSilentServerAnswersNothingUntilItIsClosed() throws Exception {
        FaultServer server = FaultServer.start(_ -> Play.silence());
        try (Socket socket = Client.socket(server)) {
            Client.ask(socket, "/");
            Exchange exchange = server.awaitExchange(0);
            exchange.awaitStall();
            server.close();
            assertThat(Client.readAll(socket)).isEmpty();
            assertThat(exchange.outcome()).contains(Outcome.CLOSED);
        }
    }

    @Test
    void aStalledBodyWakesWhenTheClientCloses() throws Exception {
        Play play = HELLO.cutAt(2, Cut.STALL);
        try (FaultServer server = FaultServer.start(_ -> play)) {
            try (Socket socket = Client.socket(server)) {
                Client.ask(socket, "/");
                server.awaitExchange(0).awaitStall();
            }
            server.awaitExchange(0).awaitAbort();
        }
    }

    @Test
    void nothingIsLeftAfterClose() throws Exception {
        Gate gate = new Gate();
        FaultServer server =
                FaultServer.start(
                        request ->
                                request.path().equals("/stall")
                                        ? Play.silence()
                                        : Play.of(new Act.Wait(gate)));
        try (Socket idle = Client.socket(server);
                Socket stalled = Client.socket(server);
                Socket gated = Client.socket(server)) {
            Client.ask(stalled, "/stall");
            Client.ask(gated, "/gate");
            server.awaitExchange(1);
            server.awaitOpenConnections(3);
            List<Thread> threads = server.threads();
            assertThat(threads).hasSize(7).allMatch(Thread::isAlive);
            server.close();
            server.close();
            assertThat(threads).noneMatch(Thread::isAlive);
            assertThat(server.openConnections()).isZero();
            for (Socket socket : List.of(idle, stalled, gated)) {
                assertThat(Client.readAll(socket)).isEmpty();
            }
            assertThatThrownBy(() -> Client.socket(server)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void closingWakesAClientThatDoesNotRead() throws Exception {
        Act large = new Act.Event("x".repeat(1 << 16), 1);
        Act head = Play.streamHead("text/plain", Framing.CLOSE);
        Play play =
                Play.of(
                        () ->
                                Stream.concat(Stream.of(head), Stream.generate(() -> large))
                                        .iterator());
        FaultServer server = FaultServer.start(_ -> play);
        try (Socket socket = Client.socket(server)) {
            Client.ask(socket, "/");
            server.awaitExchange(0).awaitEvents(4);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
            closing.get(10, TimeUnit.SECONDS);
            assertThat(server.awaitExchange(0).awaitEnd()).isEqualTo(Outcome.CLOSED);
        }
    }
}
