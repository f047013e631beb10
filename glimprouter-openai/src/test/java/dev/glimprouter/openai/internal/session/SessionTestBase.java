package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.engine.Session;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.testkit.Distributions;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.Exchange;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Pacer;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.testkit.upstream.dialect.Dialect;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** What tests of sessions on scripted servers share; all that they open is closed afterwards. */
@Timeout(60)
abstract class SessionTestBase {

    /** Entropy in nats of the first token of {@link #story}. */
    static final double UNSURE = 2;

    private static final Optional<TokenDistribution> DOUBT =
            Optional.of(Distributions.ofEntropy(UNSURE));

    static final Prompt HEAD =
            new Prompt(List.of(new Message(Role.USER, "Tell a story.")), Prompt.THINK);

    static final Generation STEP = generation(Until.STEP, 64);

    final ManualTime time = new ManualTime();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    final void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    final <T extends AutoCloseable> T closing(T one) {
        open.add(one);
        return one;
    }

    static Generation generation(Until until, int most) {
        return new Generation(
                new Sampling(0.6, 0.95, 20, 0), most, until, Generation.Distributions.FIRST, 7);
    }

    /** A server whose pauses move the time. */
    final FaultServer server(Responder responder) {
        return closing(FaultServer.start(responder, Pacer.manual(time)));
    }

    final Engine engine(ServerSettings settings, Optional<Path> template, URI... replicas) {
        return closing(
                new Servers(time, InstantSource.fixed(Instant.EPOCH), new Random(1))
                        .open(new ModelSource.Servers(List.of(replicas), "", settings), template));
    }

    final Engine engine(Kind kind, Responder responder) {
        return engine(kind.settings(), kind.template(), server(responder).uri());
    }

    /** A session on a server of its own. */
    final Session session(Kind kind, Responder responder) {
        return engine(kind, responder).open(HEAD);
    }

    /** A step that a server of its own writes. */
    final Read step(Kind kind, Responder responder) {
        return Read.all(session(kind, responder).generate(STEP));
    }

    /**
     * A model that writes these tokens from wherever the text has come to, unsure of the first one.
     */
    static Script story(String... tokens) {
        return scene -> {
            String text = scene.text();
            List<String> rest = new ArrayList<>();
            int at = 0;
            for (String token : tokens) {
                int from = Math.clamp(text.length() - at, 0, token.length());
                if (from < token.length()) {
                    rest.add(token.substring(from));
                }
                at += token.length();
            }
            Reply reply = Reply.tokens(rest.toArray(String[]::new));
            return text.isEmpty() ? reply.distribution(DOUBT) : reply;
        };
    }

    /** The first request on a path is answered by another responder. */
    static Responder firstOtherwise(String path, Responder first, Responder good) {
        AtomicInteger asked = new AtomicInteger();
        return request ->
                request.path().equals(path) && asked.getAndIncrement() == 0
                        ? first.answer(request)
                        : good.answer(request);
    }

    /** The last prompt that reached a scripted server, as text. */
    static String lastPrompt(Dialect dialect) {
        return dialect.text(dialect.prompts().getLast());
    }

    static JsonNode body(Exchange exchange) {
        return JsonMapper.shared().readTree(exchange.request().text());
    }
}
