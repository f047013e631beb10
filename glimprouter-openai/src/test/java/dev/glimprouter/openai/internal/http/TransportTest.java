package dev.glimprouter.openai.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.engine.Timeouts;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.sse.SseDecoder;
import dev.glimprouter.time.Cancellation;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

class TransportTest extends HttpTestBase {

    @Test
    void sendsOverHttp11WithoutAskingForAnUpgrade() {
        RawServer server = server(peer -> peer.request().reply("200 OK", "fine"));

        Answer answer = send(transport(server), Call.post(server.uri(), "{\"größe\":1}"));

        assertThat(answer.text()).isEqualTo("fine");
        String head = server.heads.getFirst();
        assertThat(head).startsWith("POST /v1/x HTTP/1.1\r\n");
        assertThat(head.toLowerCase(Locale.ROOT))
                .doesNotContain("upgrade")
                .doesNotContain("http2-settings")
                .contains("content-type: application/json")
                .doesNotContain("authorization");
        assertThat(server.bodies).containsExactly("{\"größe\":1}");
    }

    @Test
    void oneConnectionServesOneReplyAfterTheOther() {
        RawServer server =
                server(
                        peer -> {
                            peer.request().reply("200 OK", "1");
                            peer.request().stream().chunk("data: 2\n\n").send("0\r\n\r\n");
                            peer.request().reply("200 OK", "3");
                        });
        Transport transport = transport(server);

        send(transport, Call.get(server.uri()));
        try (EventStream stream = transport.open(Call.get(server.uri()), new SseDecoder())) {
            assertThat(readAll(stream)).containsExactly("2");
        }
        assertThat(send(transport, Call.get(server.uri())).text()).isEqualTo("3");
        assertThat(transport.live()).isZero();
    }

    @RepeatedTest(20)
    void aConnectionThatTheServerClosedAfterAReplyIsNotUsedAgain() {
        RawServer server =
                server(peer -> peer.request().stream().chunk("data: 1\n\n").send("0\r\n\r\n"));
        Transport transport = transport(server);

        for (int i = 0; i < 3; i++) {
            try (EventStream stream = transport.open(Call.get(server.uri()), new SseDecoder())) {
                assertThat(readAll(stream)).containsExactly("1");
            }
        }

        assertThat(server.heads).hasSize(3);
    }

    @Test
    void theKeyGoesToTheServersAndNowhereElse() {
        RawServer server = server(peer -> peer.request().reply("200 OK", ""));
        RawServer other = server(peer -> peer.request().reply("200 OK", ""));
        Transport transport = transport(server.uri(), ServerSettings.DEFAULT.withKey(KEY));

        send(transport, Call.get(server.uri()));
        assertThat(server.heads.getFirst()).contains("Authorization: Bearer " + CANARY + "\r\n");
        assertThatThrownBy(() -> send(transport, Call.get(other.uri())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(other.heads).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowedButNamed() {
        RawServer other = server(peer -> peer.request().reply("200 OK", ""));
        RawServer server =
                server(peer -> peer.request().reply("302 Found\r\nLocation: " + other.uri(), ""));

        assertThatThrownBy(() -> send(transport(server), Call.get(server.uri())))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("sends one on to " + other.uri());
        assertThat(other.heads).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "X-Conversation-ID"})
    void someHeadersAreNeverTheCallers(String name) {
        Call call = Call.get(URI.create("http://localhost/"));
        assertThatThrownBy(() -> call.withHeaders(Map.of(name, "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://my_host:80/", "ftp://a/", "localhost:80", "http://u:p@a/"})
    void addressesThatAreNoneAreToldAtOnce(String address) {
        assertThatThrownBy(() -> transport(URI.create(address), ServerSettings.DEFAULT))
                .isInstanceOf(RequestException.class)
                .hasMessageNotContaining("u:p");
    }

    @Test
    void anyStatusMayBeLookedAt() {
        RawServer server = server(peer -> peer.request().reply("418 Teapot", "short"));

        Answer answer = transport(server).trySend(Call.get(server.uri()), Duration.ofSeconds(1));

        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.text()).isEqualTo("short");
    }

    @Test
    void whoeverMayEndsTheWaitAndTheServerSeesIt() throws InterruptedException {
        CountDownLatch hungUp = new CountDownLatch(1);
        RawServer server =
                server(
                        peer -> {
                            peer.request().awaitEnd();
                            hungUp.countDown();
                        });
        Transport transport = transport(server);
        Cancellation until = new Cancellation();
        var answer = async(() -> transport.send(Call.get(server.uri()), until));
        server.awaitRequest();

        until.cancel();

        assertThatThrownBy(answer::join).hasCauseInstanceOf(CancelledException.class);
        hungUp.await();
        assertThatThrownBy(() -> transport.send(Call.get(server.uri()), until))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void aRefusalWithoutAuthenticateHeaderIsARefusal() {
        RawServer server = server(peer -> peer.request().reply("401 Unauthorized", "{}"));
        assertThatThrownBy(() -> send(transport(server), Call.get(server.uri())))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("wants a key (HTTP 401)");
    }

    @Test
    void ofALongRefusalOnlyTheBeginningIsRead() {
        CountDownLatch hungUp = new CountDownLatch(1);
        RawServer server =
                server(
                        peer -> {
                            peer.request().send("HTTP/1.1 400 No\r\n\r\nno room ");
                            try {
                                while (true) {
                                    peer.send("x".repeat(1000));
                                }
                            } finally {
                                hungUp.countDown();
                            }
                        });

        Answer answer = transport(server).trySend(Call.get(server.uri()), Duration.ofSeconds(1));

        assertThat(answer.text()).startsWith("no room xxx").hasSize(64 << 10);
        assertThat(hungUp).satisfies(CountDownLatch::await);
    }

    @Test
    void aRefusalCountsThoughItsBodyBreaksOff() {
        RawServer server =
                server(
                        peer ->
                                peer.request()
                                        .send(
                                                "HTTP/1.1 503 Busy\r\nContent-Length: 99\r\n\r\nbusy"));
        assertThatThrownBy(() -> send(transport(server), Call.get(server.uri())))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("cannot serve the request now (HTTP 503): busy");
    }

    @Test
    void aReplyMayTakeTheTotalTimeAndNoLonger() {
        RawServer server = server(peer -> peer.request().awaitEnd());
        Transport transport = transport(server);
        CompletableFuture<Answer> answer =
                async(() -> transport.trySend(Call.get(server.uri()), Duration.ofSeconds(5)));
        server.awaitRequest();

        time.advance(Duration.ofSeconds(5));

        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("sent no end within 5 s, the total timeout");
    }

    @Test
    void closingEndsWhatIsUnderWay() {
        RawServer server = server(peer -> peer.request().awaitEnd());
        Transport transport = transport(server);
        var answer = async(() -> send(transport, Call.get(server.uri())));
        server.awaitRequest();

        transport.close();

        assertThatThrownBy(answer::join).cause().isInstanceOf(CancelledException.class);
        assertThat(transport.live()).isZero();
        assertThat(time.alarms()).isZero();
    }

    @RepeatedTest(20)
    void whatIsSentToBeForgottenIsHeardBeforeTheEnd() {
        RawServer server = server(peer -> peer.request().reply("200 OK", ""));
        Transport transport = transport(server);

        transport.sendAndForget(Call.post(server.uri(), "stop"));
        transport.close();

        assertThat(server.bodies).containsExactly("stop");
    }

    @Test
    void nobodyHearsOfAFarewellThatIsLost() throws IOException {
        URI uri;
        try (ServerSocket gone = new ServerSocket(0)) {
            uri = URI.create("http://127.0.0.1:" + gone.getLocalPort());
        }
        Transport transport = transport(uri, ServerSettings.DEFAULT);

        transport.sendAndForget(Call.post(uri, "stop"));
        transport.close();

        assertThat(transport.live()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptEndsTheWait(boolean virtual) throws InterruptedException {
        CountDownLatch hungUp = new CountDownLatch(1);
        RawServer server =
                server(
                        peer -> {
                            peer.request().awaitEnd();
                            hungUp.countDown();
                        });
        Transport transport = transport(server);
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread.Builder kind = virtual ? Thread.ofVirtual() : Thread.ofPlatform();
        Thread caller =
                kind.start(
                        () -> {
                            try {
                                send(transport, Call.get(server.uri()));
                            } catch (CancelledException expected) {
                                flag.complete(Thread.currentThread().isInterrupted());
                            }
                        });
        server.awaitRequest();

        caller.interrupt();

        assertThat(flag.join()).isTrue();
        hungUp.await();
    }

    @Test
    void nobodyThereMayPass() throws IOException {
        URI uri;
        try (ServerSocket gone = new ServerSocket(0)) {
            uri = URI.create("http://127.0.0.1:" + gone.getLocalPort());
        }
        assertThatThrownBy(() -> send(transport(uri, ServerSettings.DEFAULT), Call.get(uri)))
                .isInstanceOf(RetryableException.class)
                .hasMessage(
                        uri + " takes no connections: is the server started, and the port right?");
    }

    @Test
    void aHostThatIsNoneDoesNotPass() {
        URI uri = URI.create("http://no-such-host.invalid:8000/");
        assertThatThrownBy(() -> send(transport(uri, ServerSettings.DEFAULT), Call.get(uri)))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "There is no host of http://no-such-host.invalid:8000: check the address.");
    }

    @Test
    void aConnectionThatIsNotTakenIsLate() throws IOException {
        List<Socket> filling = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 2; i++) {
                filling.add(new Socket(full.getInetAddress(), full.getLocalPort()));
            }
            URI uri = URI.create("http://127.0.0.1:" + full.getLocalPort());
            Timeouts brief = Timeouts.DEFAULT.withConnect(Duration.ofMillis(50));
            Transport transport = transport(uri, ServerSettings.DEFAULT.withTimeouts(brief));

            assertThatThrownBy(() -> send(transport, Call.get(uri)))
                    .isInstanceOf(RetryableException.class)
                    .hasMessageContaining("the connect timeout");
        } finally {
            for (var socket : filling) {
                socket.close();
            }
        }
    }
}
