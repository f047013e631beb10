package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.openai.internal.http.MemoryClient;
import dev.glimprouter.openai.internal.http.MemoryClient.Arrival;
import dev.glimprouter.openai.internal.http.Transport;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Framing;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Quirk;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One recorded stream of each kind of server, however its bytes arrive. */
class CutStreamTest extends SessionTestBase {

    private static final URI BASE = URI.create("http://127.0.0.1:8000");
    private static final String[] STORY = {"Gr\u00fc\u00dfe \ud83d\ude42", ".\n\n"};
    private static final String TEXT = String.join("", STORY);

    /** Bytes between two places where a stream breaks off: it is slower than cutting. */
    private static final int STRIDE = 23;

    private static final Generation ALL =
            new Generation(new Sampling(0.6, 0.95, 20, 0), 64, Until.STEP, Distributions.ALL, 7);

    private Arrival arrival = Arrival.atOnce(new byte[0]);

    /** A server that lists half as many candidates, so that there are fewer bytes to cut. */
    private static Dialect brief(Kind kind) {
        return kind.dialect(story(STORY)).with(Quirk.LOGPROBS_FEWER);
    }

    /** All that a reader learns of a stream. */
    private record Told(
            List<Integer> ids,
            List<String> texts,
            List<Optional<Entropy>> entropies,
            Ending ending,
            StreamCost cost) {

        static Told by(Session session) {
            List<Token> tokens = new ArrayList<>();
            List<Optional<Entropy>> entropies = new ArrayList<>();
            try (TokenStream stream = session.generate(ALL)) {
                for (Optional<Token> next = stream.next(); next.isPresent(); next = stream.next()) {
                    tokens.add(next.get());
                    entropies.add(next.get().distribution().map(TokenDistribution::entropy));
                }
                return new Told(
                        tokens.stream().map(Token::id).toList(),
                        tokens.stream().map(Token::text).toList(),
                        entropies,
                        stream.ending(),
                        stream.cost());
            }
        }
    }

    private Engine engine(Kind kind, MemoryClient client) {
        Transport transport = client.transport(BASE, time);
        Optional<String> profile = kind.settings().profile();
        return closing(
                new ServerEngine(
                        Survey.of(transport, List.of(BASE), profile, ""),
                        List.of(BASE),
                        ServerSettings.DEFAULT,
                        kind.template().map(Servers::compile),
                        transport,
                        time,
                        new Random(1)));
    }

    /** A stream that a server of this kind has sent once. */
    private byte[] record(Kind kind, Dialect dialect) {
        List<byte[]> sent = new ArrayList<>();
        MemoryClient client =
                new MemoryClient(
                        dialect,
                        (request, body) -> {
                            if (request.path().equals(kind.path())) {
                                sent.add(body);
                            }
                            return Arrival.atOnce(body);
                        });
        try (Session session = engine(kind, client).open(HEAD)) {
            assertThat(Read.all(session.generate(ALL)).text()).isEqualTo(TEXT);
        }
        return sent.getFirst();
    }

    /** An engine whose generations are all this stream, arriving as {@link #arrival} says. */
    private Engine replaying(Kind kind, Dialect dialect, byte[] stream) {
        String type =
                kind == Kind.OLLAMA ? "application/x-ndjson" : "text/event-stream; charset=utf-8";
        Play play =
                Play.of(
                        Play.streamHead(type, Framing.CHUNKED),
                        new Act.Body(stream, List.of()),
                        new Act.End());
        Responder responder =
                request -> request.path().equals(kind.path()) ? play : dialect.answer(request);
        return engine(
                kind,
                new MemoryClient(
                        responder,
                        (request, body) ->
                                request.path().equals(kind.path())
                                        ? arrival
                                        : Arrival.atOnce(body)));
    }

    private Told told(Engine engine, Arrival way) {
        arrival = way;
        try (Session session = engine.open(HEAD)) {
            return Told.by(session);
        }
    }

    private void checkEveryCut(Kind kind, Dialect dialect) {
        byte[] stream = record(kind, dialect);
        Engine engine = replaying(kind, dialect, stream);
        Told whole = told(engine, Arrival.atOnce(stream));
        assertThat(String.join("", whole.texts())).isEqualTo(TEXT);
        assertThat(whole.entropies().getFirst()).isPresent();

        for (int cut = 0; cut <= stream.length; cut++) {
            assertThat(told(engine, Arrival.inTwo(stream, cut)))
                    .as("cut at byte %d of %d", cut, stream.length)
                    .isEqualTo(whole);
        }
        assertThat(told(engine, Arrival.byBytes(stream))).isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource
    void aStreamCutAtAnyByteTellsTheSame(Kind kind) {
        checkEveryCut(kind, brief(kind));
    }

    @ParameterizedTest
    @EnumSource(names = {"VLLM", "LLAMA_SERVER"})
    void soDoesOneWithCommentsAndReturns(Kind kind) {
        checkEveryCut(kind, brief(kind).with(Quirk.KEEP_ALIVE, Quirk.CARRIAGE_RETURNS));
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatBreaksOffIsGoneOnFrom(Kind kind) {
        int length = record(kind, brief(kind)).length;
        BreakingOnce breaking = new BreakingOnce(kind);

        for (int bytes = 0; bytes <= length; bytes += STRIDE) {
            breaking.rearm(bytes);
            try (Engine engine = engine(kind, new MemoryClient(breaking, breaking));
                    Session session = engine.open(HEAD)) {
                Read read = Read.all(session.generate(ALL));
                assertThat(read.text()).as("broken off after byte %d", bytes).isEqualTo(TEXT);
                assertThat(read.ending()).isEqualTo(Ending.BLANK_LINE);
                assertThat(read.glimpse()).as("broken off after byte %d", bytes).isPresent();
            }
        }
    }

    /** Breaks off the next stream that is longer, and leaves those after it alone. */
    private static final class BreakingOnce implements Responder, MemoryClient.Cutter {
        private final Kind kind;
        private Dialect dialect;
        private int at = -1;

        BreakingOnce(Kind kind) {
            this.kind = kind;
            this.dialect = brief(kind);
        }

        /** A server without memories. */
        void rearm(int bytes) {
            dialect = brief(kind);
            at = bytes;
        }

        @Override
        public Play answer(Request request) {
            return dialect.answer(request);
        }

        @Override
        public Arrival cut(Request request, byte[] body) {
            if (at < 0 || at > body.length || !request.path().equals(kind.path())) {
                return Arrival.atOnce(body);
            }
            Arrival broken = Arrival.brokenOff(body, at);
            at = -1;
            return broken;
        }
    }
}
