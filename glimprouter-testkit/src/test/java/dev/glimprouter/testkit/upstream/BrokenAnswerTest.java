package dev.glimprouter.testkit.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Connections break off where they should, and requests fail as they should. */
class BrokenAnswerTest {

    private static final Play HELLO = Play.response(200, "text/plain", "hello");

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
}
