package dev.glimprouter.testkit.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glimprouter.testkit.ManualTime;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server records what arrives, writes what is scripted, and breaks where it should. */
class FaultServerTest {

    private static final Play HELLO = Play.response(200, "text/plain", "hello");

    @Test
    void aRequestIsRecordedCompletely() throws Exception {
        try (FaultServer server = FaultServer.start(_ -> HELLO);
                Socket socket = Client.socket(server)) {
            Client.send(
                    socket,
                    "POST /a/b?c=d HTTP/1.1\r\nHost: x\r\nX-Two: 1\r\nx-two:  2 \r\n"
                            + "Content-Length: 3\r\n\r\n\u00ff\u0000!");
            assertThat(Client.read(socket, 69)).endsWith("hello");
            Request request = server.awaitExchange(0).request();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/a/b?c=d");
            assertThat(request.path()).isEqualTo("/a/b");
            assertThat(request.headers())
                    .containsExactly(
                            new Header("Host", "x"),
                            new Header("X-Two", "1"),
                            new Header("x-two", "2"),
                            new Header("Content-Length", "3"));
            assertThat(request.headers("X-TWO")).containsExactly("1", "2");
            assertThat(request.body()).containsExactly(-1, 0, '!');
            assertThat(server.awaitExchange(0).awaitEnd()).isEqualTo(Outcome.PLAYED);
        }
    }

    @Test
    void requestsAreNumberedAndConnectionsAreKept() throws Exception {
        try (FaultServer server = FaultServer.start(_ -> HELLO);
                Client client = new Client(server.uri());
                Socket socket = Client.socket(server)) {
            assertThat(client.get("/one").body()).isEqualTo("hello");
            assertThat(client.post("/two", "x").body()).isEqualTo("hello");
            Client.ask(socket, "/three");
            assertThat(Client.read(socket, 69)).endsWith("hello");
            assertThat(server.exchanges().stream().map(one -> one.request().order()))
                    .containsExactly(0, 1, 2);
            assertThat(server.exchanges("/two").getFirst().request().connection())
                    .isEqualTo(server.exchanges("/one").getFirst().request().connection())
                    .isNotEqualTo(server.exchanges("/three").getFirst().request().connection());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aChunkedRequestIsRead() throws Exception {
        try (FaultServer server = FaultServer.start(_ -> HELLO);
                Client client = new Client(server.uri())) {
            HttpClient http = HttpClient.newHttpClient();
            HttpRequest request =
                    HttpRequest.newBuilder(server.uri())
                            .version(HttpClient.Version.HTTP_1_1)
                            .POST(
                                    HttpRequest.BodyPublishers.ofInputStream(
                                            () -> InputStream.nullInputStream()))
                            .build();
            assertThat(http.send(request, BodyHandlers.ofString()).body()).isEqualTo("hello");
            http.shutdownNow();
            assertThat(server.awaitExchange(0).request().header("transfer-encoding"))
                    .contains("chunked");
            assertThat(client.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void eachFramingDeliversTheEvents() throws Exception {
        for (Framing framing : List.of(Framing.CHUNKED, Framing.CLOSE)) {
            try (FaultServer server = FaultServer.start(_ -> Play.events(framing, "a", "b"));
                    Client client = new Client(server.uri())) {
                HttpResponse<String> response = client.get("/");
                assertThat(Client.data(response.body())).as("" + framing).containsExactly("a", "b");
                Exchange exchange = server.awaitExchange(0);
                assertThat(exchange.awaitEnd()).isEqualTo(Outcome.PLAYED);
                assertThat(exchange.written().events()).isEqualTo(2);
            }
        }
    }

    @Test
    void aBodyIsSplitWhereItShould() throws Exception {
        Play play =
                Play.of(
                        Play.streamHead("text/plain", Framing.CHUNKED),
                        Act.Body.of("abcdef", 1, 4),
                        new Act.End());
        try (FaultServer server = FaultServer.start(_ -> play);
                Socket socket = Client.socket(server)) {
            String wire = "1\r\na\r\n3\r\nbcd\r\n2\r\nef\r\n0\r\n\r\n";
            Client.ask(socket, "/");
            String head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
            head += "Transfer-Encoding: chunked\r\n\r\n";
            assertThat(Client.read(socket, head.length() + wire.length())).isEqualTo(head + wire);
            assertThat(server.awaitExchange(0).written().bytes())
                    .isEqualTo(head.length() + wire.length());
        }
        try (FaultServer server = FaultServer.start(_ -> HELLO.inPieces(2));
                Client client = new Client(server.uri())) {
            assertThat(client.get("/").body()).isEqualTo("hello");
        }
    }

    @Test
    void aGateHoldsTheStreamUntilItOpens() throws Exception {
        Gate gate = new Gate();
        Play play = Play.events(Framing.CHUNKED, "a", "b", "c").beforeEvents(new Act.Wait(gate));
        try (FaultServer server = FaultServer.start(_ -> play);
                Client client = new Client(server.uri());
                InputStream body = client.open("/", "").body()) {
            Exchange exchange = server.awaitExchange(0);
            gate.awaitArrivals(1);
            assertThat(exchange.written().events()).isZero();
            gate.let(1);
            gate.awaitArrivals(2);
            assertThat(exchange.written().events()).isEqualTo(1);
            assertThat(new String(body.readNBytes(9), UTF_8)).isEqualTo("data: a\n\n");
            gate.open();
            assertThat(new String(body.readAllBytes(), UTF_8)).endsWith("data: c\n\n");
            assertThat(exchange.awaitEnd()).isEqualTo(Outcome.PLAYED);
        }
    }

    @Test
    void pausesMoveAManualClock() throws Exception {
        ManualTime time = new ManualTime();
        Play play =
                Play.events(Framing.CHUNKED, "a", "b")
                        .beforeEvents(Act.Pause.of(Duration.ofSeconds(3)));
        try (FaultServer server = FaultServer.start(_ -> play, Pacer.manual(time), time);
                Client client = new Client(server.uri())) {
            client.get("/");
            assertThat(server.awaitExchange(0).arrivedNanos()).isZero();
            assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(6).toNanos());
        }
        assertThat(Pacer.tokensPerSecond(40).nanos()).isEqualTo(25_000_000);
    }

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
    void aStreamIsCutAtEveryByte() throws Exception {
        Play play = Play.events(Framing.CHUNKED, "a", "b");
        String wire = "9\r\ndata: a\n\n\r\n9\r\ndata: b\n\n\r\n0\r\n\r\n";
        for (int bytes = 0; bytes <= wire.length(); bytes++) {
            Play cut = play.cutAt(bytes, Cut.FIN);
            try (FaultServer server = FaultServer.start(_ -> cut);
                    Socket socket = Client.socket(server)) {
                Client.ask(socket, "/");
                String answer = Client.readAll(socket);
                assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                        .isEqualTo(wire.substring(0, bytes));
                assertThat(server.awaitExchange(0).awaitEnd()).isEqualTo(Outcome.BROKEN);
            }
        }
    }

    @Test
    void aClientSeesACutBodyAsAnError() throws Exception {
        Responder good = _ -> HELLO;
        try (FaultServer server = FaultServer.start(Faults.cut("/cut", 3, Cut.FIN, good));
                Client client = new Client(server.uri())) {
            assertThatThrownBy(() -> client.get("/cut")).isInstanceOf(IOException.class);
            assertThat(client.get("/whole").body()).isEqualTo("hello");
        }
    }

    @Test
    void aResetIsAnErrorAtTheClient() throws Exception {
        Gate gate = new Gate();
        Play play =
                Play.events(Framing.CLOSE, "a", "b")
                        .afterEvents(1, new Act.Wait(gate), new Act.Break(Cut.RESET));
        try (FaultServer server = FaultServer.start(_ -> play);
                Socket socket = Client.socket(server)) {
            Client.ask(socket, "/");
            server.awaitExchange(0).awaitEvents(1);
            int written = (int) server.awaitExchange(0).written().bytes();
            assertThat(Client.read(socket, written)).endsWith("data: a\n\n");
            gate.open();
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
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
    void aConnectionIsClosedInsteadOfAnAnswer() throws Exception {
        try (FaultServer server = FaultServer.start(_ -> Play.broken(Cut.FIN));
                Client client = new Client(server.uri())) {
            assertThatThrownBy(() -> client.post("/", "x")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aDeadPortRefuses() {
        try (DeadPort dead = new DeadPort();
                Client client = new Client(dead.uri())) {
            assertThatThrownBy(() -> client.get("/")).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void halfJsonIsFramedWell() throws Exception {
        try (FaultServer server = FaultServer.start(_ -> Play.halfJson(200, "{\"a\":12}"));
                Client client = new Client(server.uri())) {
            assertThat(client.get("/").body()).isEqualTo("{\"a\"");
        }
    }

    @Test
    void theFirstRequestsFailAndTheNextIsGood() throws Exception {
        Responder responder = Faults.first(2, Faults.overloaded(7), _ -> HELLO);
        try (FaultServer server = FaultServer.start(responder);
                Client client = new Client(server.uri())) {
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> refused = client.get("/");
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("retry-after")).contains("7");
            }
            assertThat(client.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anUpgradeLosesTheBody() throws Exception {
        Responder responder = Faults.losingUpgradedBodies(_ -> HELLO);
        try (FaultServer server = FaultServer.start(responder);
                Client good = new Client(server.uri());
                HttpClient upgrading = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.uri())
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build();
            HttpResponse<String> lost = upgrading.send(request, BodyHandlers.ofString());
            assertThat(lost.statusCode()).isEqualTo(400);
            assertThat(lost.body()).contains("Field required", "body");
            assertThat(good.post("/", "{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aScriptThatThrowsIsToldToTheTest() throws Exception {
        Responder responder =
                _ -> {
                    throw new IllegalStateException("no such scene");
                };
        try (FaultServer server = FaultServer.start(responder);
                Client client = new Client(server.uri())) {
            assertThat(client.get("/").statusCode()).isEqualTo(500);
            assertThat(server.failures()).singleElement().asString().contains("no such scene");
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
