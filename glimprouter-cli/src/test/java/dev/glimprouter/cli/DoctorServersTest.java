package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.upstream.DeadPort;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.testkit.upstream.dialect.Dialects;
import dev.glimprouter.testkit.upstream.dialect.Quirk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code doctor} says of servers, and how it ends. */
class DoctorServersTest {

    private final List<FaultServer> servers = new ArrayList<>();
    private final Stage stage;
    private final Path folder;

    DoctorServersTest(@TempDir Path folder) {
        this.folder = folder;
        this.stage = Stage.usual(folder);
    }

    @AfterEach
    void closeServers() {
        servers.forEach(FaultServer::close);
    }

    static Reply writes(Scene scene) {
        return scene.request().maxTokens() == 1
                ? Reply.text("First").entropy(1.2)
                : Reply.text("One two.\n\nMore");
    }

    private URI serve(Responder responder) {
        FaultServer server = FaultServer.start(responder);
        servers.add(server);
        return server.uri();
    }

    private List<String> lines(String... topics) {
        return stage.out()
                .lines()
                .filter(line -> List.of(topics).contains(line.substring(0, 9).strip()))
                .toList();
    }

    @Test
    void aServerIsToldTopicByTopic() {
        URI server = serve(Dialects.llamaServer(DoctorServersTest::writes));

        assertThat(stage.run("doctor", server + "/v1#script")).isZero();

        assertThat(lines("Server", "Glimpse", "Stop", "BOS", "Abort", "Speed", "Hint", "Verdict"))
                .containsExactly(
                        "Server   %s: llama-server b11434-5f1f5d2f6; model script; context 4096 tokens; prompts go as text"
                                .formatted(server),
                        "Glimpse  20 candidates of the 20 asked for; raw probabilities",
                        "Stop     the blank line is cut off by the server and put back",
                        "BOS      not doubled",
                        "Abort    the next answer began after 0 ms; tokens past it: not told",
                        "Speed    prefill 1000.0 tokens/s, decode 100.0 tokens/s (the server's times)",
                        "Hint     %s does not tell what it generates after a reader has hung up: start llama-server with --slots."
                                .formatted(server),
                        "Verdict  all is here");
        assertThat(lines("Cache"))
                .singleElement()
                .asString()
                .matches("Cache    \\d{2,} of \\d{2,} prompt tokens found again");
        assertThat(lines("Problem", "Model")).isEmpty();
        assertThat(stage.err()).isEqualTo("Trying %s/v1#script ...\n".formatted(server));
    }

    @Test
    void aSmallModelWithoutCandidatesIsAProblem() {
        URI server = serve(Dialects.vllm(DoctorServersTest::writes).with(Quirk.LOGPROBS_NULL));

        assertThat(stage.run("doctor", server.toString())).isEqualTo(3);

        assertThat(lines("Glimpse")).containsExactly("Glimpse  no candidates of the 20 asked for");
        assertThat(lines("Problem"))
                .containsExactly(
                        "Problem  %s lists no candidates for the first token, without which it can be a large model but not a small one: start vLLM with --max-logprobs 20."
                                .formatted(server));
        assertThat(lines("Verdict")).containsExactly("Verdict  1 to repair");
    }

    @Test
    void eachReplicaHasItsLines() {
        try (DeadPort port = new DeadPort()) {
            URI good = serve(Dialects.sglang(DoctorServersTest::writes));

            assertThat(stage.run("doctor", good + "," + port.uri())).isEqualTo(3);

            assertThat(lines("Server"))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("Server   " + good + ": sglang"),
                            second ->
                                    assertThat(second)
                                            .isEqualTo(
                                                    "Server   %s: not usable"
                                                            .formatted(port.uri())));
            assertThat(lines("Problem"))
                    .containsExactly(
                            "Problem  %s takes no connections: is the server started, and the port right?"
                                    .formatted(port.uri()));
        }
    }

    @Test
    void anUnknownModelIsAnsweredWithTheKnownOnes() {
        URI server = serve(Dialects.vllm(DoctorServersTest::writes));

        assertThat(stage.run("doctor", server + "#other")).isEqualTo(3);

        assertThat(lines("Problem"))
                .containsExactly(
                        "Problem  %s has no model 'other': it has script.".formatted(server));
    }

    @Test
    void aServerThatWantsAKey() {
        URI server = serve(_ -> Play.json(401, "{\"error\":\"Unauthorized\"}"));

        assertThat(stage.run("doctor", server.toString())).isEqualTo(3);

        assertThat(lines("Problem"))
                .containsExactly(
                        "Problem  %s wants a key (HTTP 401). Name one as env:NAME or file:PATH."
                                .formatted(server));
    }

    @Test
    void serversNeedNoNatives() {
        URI server = serve(Dialects.sglang(DoctorServersTest::writes));

        assertThat(stage.run("doctor", "--lib-dir", folder.toString(), server.toString())).isZero();

        assertThat(lines("Natives")).containsExactly("Natives  not usable");
        assertThat(lines("Problem")).isEmpty();
    }

    @Test
    void conversationsThatNobodyRendersAreAProblem() {
        URI server = serve(Dialects.ollama(DoctorServersTest::writes));

        assertThat(stage.run("doctor", server + "#script")).isEqualTo(3);

        assertThat(lines("Problem"))
                .containsExactly(
                        "Problem  %s does not render conversations: give the model's template with --chat-template FILE."
                                .formatted(server));
    }

    @Test
    void jsonHasUnitsInItsNames() {
        URI server = serve(Dialects.vllm(DoctorServersTest::writes).with(Quirk.NO_CACHE_REPORT));

        assertThat(stage.run("doctor", "--json", server.toString())).isZero();

        assertThat(stage.out()).hasLineCount(1);
        JsonNode object = JsonMapper.shared().readTree(stage.out());
        String hint =
                server
                        + " does not tell how much of a prompt it found in its cache: start vLLM with --enable-prompt-tokens-details.";
        assertThat(object.get("well").asBoolean()).isTrue();
        assertThat(object.get("models")).isEmpty();
        assertThat(object.get("hints").get(0).asString()).isEqualTo(hint);
        JsonNode told = object.get("servers").get(0);
        assertThat(told.propertyNames())
                .containsExactly(
                        "server",
                        "usable",
                        "kind",
                        "build",
                        "model",
                        "contextTokens",
                        "promptForm",
                        "candidatesAsked",
                        "candidatesListed",
                        "distribution",
                        "stopText",
                        "begin",
                        "promptTokens",
                        "cachedTokens",
                        "abortEnd",
                        "abortNanos",
                        "abortTokensPast",
                        "prefillTokensPerSecond",
                        "decodeTokensPerSecond",
                        "timesBy",
                        "findings");
        assertThat(told.get("server").asString()).isEqualTo(server.toString());
        assertThat(told.get("kind").asString()).isEqualTo("vllm");
        assertThat(told.get("promptForm").asString()).isEqualTo("tokens");
        assertThat(told.get("candidatesListed").asInt()).isEqualTo(20);
        assertThat(told.get("distribution").asString()).isEqualTo("raw");
        assertThat(told.get("stopText").asString()).isEqualTo("kept");
        assertThat(told.get("promptTokens").asInt()).isPositive();
        assertThat(told.get("cachedTokens").isNull()).isTrue();
        assertThat(told.get("abortEnd").asString()).isEqualTo("answered");
        assertThat(told.get("abortTokensPast").isNull()).isTrue();
        assertThat(told.get("timesBy").asString()).isEqualTo("client");
        JsonNode finding = told.get("findings").get(0);
        assertThat(finding.get("topic").asString()).isEqualTo("cache");
        assertThat(finding.get("problem").asBoolean()).isFalse();
        assertThat(finding.get("text").asString()).isEqualTo(hint);
    }

    @Test
    void whatCannotBeExaminedHasNoFactsInJson() {
        try (DeadPort port = new DeadPort()) {
            assertThat(stage.run("doctor", "--json", port.uri().toString())).isEqualTo(3);

            JsonNode object = JsonMapper.shared().readTree(stage.out());
            assertThat(object.get("servers").get(0).propertyNames())
                    .containsExactly("server", "usable", "findings");
            assertThat(object.get("problems").size()).isEqualTo(1);
        }
    }
}
