package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.openai.internal.http.Transport;
import dev.glimprouter.openai.internal.profile.Profiles;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.Exchange;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Outcome;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.dialect.Dialect;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Pitfall 15: cancelling at every moment of a stream's life. */
class CancelPitfallTest extends SessionTestBase {

    private static CompletableFuture<Read> readOnAnotherThread(TokenStream stream) {
        return CompletableFuture.supplyAsync(
                () -> Read.all(stream), task -> Thread.ofVirtual().start(task));
    }

    private static void checkCancelled(CompletableFuture<Read> reader) {
        Read read = reader.join();
        assertThat(read.text()).isEmpty();
        assertThat(read.ending()).isEqualTo(Ending.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("15: cancelling after the end does nothing")
    void afterTheEnd(Kind kind) {
        Dialect dialect = kind.dialect(story("So", " it", " is"));
        FaultServer server = server(dialect);
        Session session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);
        TokenStream stream = session.generate(generation(Until.END_OF_SEQUENCE, 64));

        Read read = Read.all(stream);
        stream.close();
        session.close();

        assertThat(read.text()).isEqualTo("So it is");
        assertThat(stream.ending()).isEqualTo(Ending.END_OF_SEQUENCE);
        assertThat(server.exchanges(kind.path()))
                .singleElement()
                .extracting(Exchange::awaitEnd)
                .isEqualTo(Outcome.PLAYED);
        assertThat(dialect.aborted()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("15: cancelling twice is cancelling once")
    void twice(Kind kind) {
        Dialect dialect = kind.dialect(Script.looping(Reply.tokens("So", " it").thenSilence()));
        FaultServer server = server(dialect);
        Session session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);
        TokenStream stream = session.generate(STEP);
        assertThat(stream.next().orElseThrow().text()).isEqualTo("So");

        stream.close();
        stream.close();

        assertThat(stream.next()).isEmpty();
        assertThat(stream.ending()).isEqualTo(Ending.CANCELLED);
        Exchange exchange = server.awaitExchange(kind.path(), 0);
        exchange.awaitAbort();
        if (kind.profile().abort().isPresent()) {
            server.awaitExchange("/abort_request", 0).awaitEnd();
            assertThat(dialect.aborted()).containsExactly(body(exchange).path("rid").stringValue());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("15: cancelling before anything was asked for asks for nothing")
    void beforeTheRequest(Kind kind) {
        FaultServer server = server(kind.dialect(story("So")));
        Session session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);
        TokenStream stream = session.generate(STEP);

        stream.close();

        assertThat(stream.next()).isEmpty();
        assertThat(server.exchanges(kind.path())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("15: cancelling before the server answers wakes the reader and hangs up")
    void beforeTheAnswer(Kind kind) {
        Dialect good = kind.dialect(story("So"));
        FaultServer server = server(Faults.onPath(kind.path(), _ -> Play.silence(), good));
        Session session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);
        TokenStream stream = session.generate(STEP);
        CompletableFuture<Read> reader = readOnAnotherThread(stream);
        Exchange exchange = server.awaitExchange(kind.path(), 0);

        stream.close();

        checkCancelled(reader);
        exchange.awaitAbort();
    }

    @ParameterizedTest
    @EnumSource(names = {"VLLM", "SGLANG", "LLAMA_SERVER"})
    @DisplayName("15: cancelling while the server renders the conversation wakes the reader too")
    void whileTheHeadIsRendered(Kind kind) {
        String route = kind == Kind.LLAMA_SERVER ? "/apply-template" : "/tokenize";
        Dialect good = kind.dialect(story("So"));
        FaultServer server = server(Faults.onPath(route, _ -> Play.silence(), good));
        Session session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);
        TokenStream stream = session.generate(STEP);
        CompletableFuture<Read> reader = readOnAnotherThread(stream);
        Exchange exchange = server.awaitExchange(route, 0);

        stream.close();

        checkCancelled(reader);
        exchange.awaitAbort();
        assertThat(server.exchanges(kind.path())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"VLLM", "SGLANG"})
    @DisplayName("15: cancelling while appended text is tokenized wakes the reader too")
    void whileTextIsTokenized(Kind kind) {
        Dialect good = kind.dialect(story("So"));
        FaultServer server =
                server(
                        request ->
                                request.text().contains("foreign")
                                        ? Play.silence()
                                        : good.answer(request));
        Session session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);
        session.append("Some foreign text.\n\n");
        TokenStream stream = session.generate(STEP);
        CompletableFuture<Read> reader = readOnAnotherThread(stream);
        server.awaitExchange("/tokenize", 1);

        stream.close();

        checkCancelled(reader);
        assertThat(server.exchanges(kind.path())).isEmpty();
    }

    @Test
    @DisplayName("15: cancelling while the connection is made wakes the reader and hangs up")
    void whileConnecting() throws IOException {
        ServerSocket mute = closing(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        URI base = URI.create("https://127.0.0.1:" + mute.getLocalPort());
        TokenStream stream = unsurveyed(base).open(HEAD).generate(STEP);
        CompletableFuture<Read> reader = readOnAnotherThread(stream);
        Socket shakingHands = closing(mute.accept());
        assertThat(shakingHands.getInputStream().read()).isNotNegative();

        stream.close();

        checkCancelled(reader);
        awaitEnd(shakingHands);
    }

    /** Waits until the other side has hung up, politely or not. */
    private static void awaitEnd(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    /** An engine whose server has not been asked anything. */
    private Engine unsurveyed(URI base) {
        return closing(
                new ServerEngine(
                        new Server(Profiles.named("chat"), "", "", 0, 0, 0, ""),
                        List.of(base),
                        ServerSettings.DEFAULT,
                        Optional.empty(),
                        new Transport(
                                List.of(base),
                                "",
                                ServerSettings.DEFAULT,
                                time,
                                InstantSource.fixed(Instant.EPOCH)),
                        time,
                        new Random(1)));
    }
}
