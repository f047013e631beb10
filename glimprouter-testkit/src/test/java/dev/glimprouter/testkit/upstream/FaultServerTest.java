package dev.glimprouter.testkit.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.time.Time;

import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The server records what arrives, and writes what is scripted when it should. */
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
            assertThat(server.awaitExchange("/two", 0)).isSameAs(server.awaitExchange(1));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void whatHasEndedIsForgottenAndNumbersGoOn() throws Exception {
        Gate gate = new Gate();
        Responder responder =
                request ->
                        request.path().equals("/slow")
                                ? Play.of(new Act.Wait(gate), new Act.End())
                                : HELLO;
        try (FaultServer server = FaultServer.start(responder);
                Client client = new Client(server.uri());
                Socket slow = Client.socket(server)) {
            client.get("/one");
            server.awaitExchange(0).awaitEnd();
            Client.ask(slow, "/slow");
            gate.awaitArrivals(1);

            server.forget();
            client.get("/three");

            assertThat(server.exchanges().stream().map(one -> one.request().target()))
                    .containsExactly("/slow", "/three");
            assertThat(server.exchanges("/three").getFirst().request().order()).isEqualTo(2);
            gate.open();
        }
    }

    @Test
    void aServerThatWasClosedComesBackAtItsPort() throws Exception {
        FaultServer first = FaultServer.start(_ -> HELLO);
        try (Client client = new Client(first.uri())) {
            client.get("/");
            first.close();

            try (FaultServer again =
                    FaultServer.start(first.port(), _ -> HELLO, Pacer.none(), Time.system())) {
                assertThat(again.uri()).isEqualTo(first.uri());
                assertThat(client.get("/").body()).isEqualTo("hello");
            }
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
}
