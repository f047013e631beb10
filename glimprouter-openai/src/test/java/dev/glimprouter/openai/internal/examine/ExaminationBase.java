package dev.glimprouter.openai.internal.examine;

import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.openai.Finding;
import dev.glimprouter.openai.Finding.Topic;
import dev.glimprouter.openai.ServerExamination;
import dev.glimprouter.openai.ServerFacts;
import dev.glimprouter.openai.ServerReport;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Pacer;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Responder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Examines scripted servers. */
abstract class ExaminationBase {

    static final String COMPLETIONS = "/v1/completions";

    final ManualTime time = new ManualTime();
    private final List<FaultServer> servers = new ArrayList<>();
    ServerSettings settings = ServerSettings.DEFAULT;
    String model = "";
    Optional<Path> template = Optional.empty();
    @TempDir Path folder;

    @AfterEach
    void closeServers() {
        servers.forEach(FaultServer::close);
    }

    /** A model that is unsure of its first word, ends a step, and has an answer without end. */
    static Reply writes(Scene scene) {
        return switch (scene.request().maxTokens()) {
            case 1 -> Reply.text("First").entropy(1.2);
            case Questions.LONG_TOKENS -> Reply.tokens("on", " and", " on").thenSilence();
            default -> Reply.text("One two.\n\nMore");
        };
    }

    URI serve(Responder responder) {
        return serve(responder, Pacer.none());
    }

    URI serve(Responder responder, Pacer pacer) {
        FaultServer server = FaultServer.start(responder, pacer);
        servers.add(server);
        return server.uri();
    }

    List<ServerReport> examine(URI... replicas) {
        return new ServerExamination(time, InstantSource.fixed(Instant.EPOCH), new Random(1))
                .of(new ModelSource.Servers(List.of(replicas), model, settings), template);
    }

    ServerReport examine(Responder responder) {
        return examine(serve(responder)).getFirst();
    }

    static ServerFacts facts(ServerReport report) {
        return report.facts()
                .orElseThrow(() -> new AssertionError("not usable: " + report.findings()));
    }

    static Finding hint(ServerReport of, Topic topic, String text) {
        return new Finding(topic, false, of.server() + " " + text);
    }

    static Finding problem(ServerReport of, Topic topic, String text) {
        return new Finding(topic, true, of.server() + " " + text);
    }

    Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException full) {
            throw new AssertionError(full);
        }
    }

    /** Answers with each body once, and then with the last one. */
    static Responder inTurn(String... bodies) {
        AtomicInteger asked = new AtomicInteger();
        return _ -> {
            int turn = Math.min(asked.getAndIncrement(), bodies.length - 1);
            return Play.response(200, "text/plain", bodies[turn]);
        };
    }

    /** What vLLM says of itself. */
    static String metrics(int running, int generated) {
        return """
        # HELP vllm:num_requests_running Number of requests in model execution batches.
        # TYPE vllm:num_requests_running gauge
        vllm:num_requests_running{engine="0",model_name="a model"} %d.0
        vllm:num_requests_waiting{engine="0",model_name="a model"} 0.0
        # TYPE vllm:generation_tokens_total counter
        vllm:generation_tokens_total{engine="0",model_name="a model"} %d.0
        vllm:generation_tokens_created{engine="0",model_name="a model"} 1.79e+09
        """
                .formatted(running, generated);
    }

    /** What llama-server says of each of four slots. */
    static String slots(boolean busy, int decoded) {
        List<String> slots = new ArrayList<>();
        for (int id = 0; id < 4; id++) {
            slots.add(
                    "{\"id\":%d,\"n_ctx\":4096,\"is_processing\":%b,\"next_token\":[{\"has_next_token\":%b,\"n_remain\":-1,\"n_decoded\":%d}]}"
                            .formatted(id, busy, busy, decoded));
        }
        return slots.toString();
    }
}
