package dev.glimprouter.openai.internal.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.openai.Finding;
import dev.glimprouter.openai.Finding.Topic;
import dev.glimprouter.openai.ServerReport;
import dev.glimprouter.testkit.upstream.DeadPort;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.testkit.upstream.dialect.Dialects;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;

/** One clear line for each server that cannot be examined. */
class UnusableTest extends ExaminationBase {

    private static void says(ServerReport report, String sentence) {
        assertThat(report.facts()).isEmpty();
        assertThat(report.isUsable()).isFalse();
        assertThat(report.findings())
                .containsExactly(
                        new Finding(
                                Topic.SERVER,
                                true,
                                sentence.replace("%s", report.server().toString())));
    }

    @Test
    void aDeadPort() {
        try (DeadPort port = new DeadPort()) {
            says(
                    examine(port.uri()).getFirst(),
                    "%s takes no connections: is the server started, and the port right?");
        }
    }

    @Test
    void aServerThatWantsAKey() {
        says(
                examine((Responder) _ -> Play.json(401, "{\"error\":\"Unauthorized\"}")),
                "%s wants a key (HTTP 401). Name one as env:NAME or file:PATH.");
    }

    @Test
    void anUnknownModelIsAnsweredWithTheKnownOnes() {
        model = "other";
        says(
                examine(Dialects.vllm(ExaminationBase::writes).named("qwen3-4b")),
                "%s has no model 'other': it has qwen3-4b.");
    }

    @Test
    void aPageForPeople() {
        says(
                examine((Responder) _ -> Play.response(200, "text/html", "<html>It works!</html>")),
                "%s is no server of a language model: it answers, but lists no models under /v1/models and completes no text. Check the address and the port.");
    }

    @Test
    void aServerOfSomethingElse() {
        says(
                examine((Responder) _ -> Play.json(404, "{\"message\":\"no such route\"}")),
                "%s is no server of a language model: it answers, but lists no models under /v1/models and completes no text. Check the address and the port.");
    }

    @Test
    void aServerThatOnlyChats() {
        says(
                examine(
                        Faults.onPath(
                                COMPLETIONS,
                                _ -> Play.json(404, "{\"error\":{\"message\":\"no\"}}"),
                                Dialects.openAi(ExaminationBase::writes))),
                "%s lists models but completes no text under /v1/completions: name its kind, such as --profile chat.");
    }

    @Test
    void aServerThatLoads() {
        says(
                examine(Dialects.llamaServer(ExaminationBase::writes).loadingFor(1000)),
                "%s cannot serve the request now (HTTP 503): Loading model");
    }

    @Test
    void eachReplicaIsNamed() {
        try (DeadPort port = new DeadPort()) {
            URI good = serve(Dialects.sglang(ExaminationBase::writes));

            List<ServerReport> reports = examine(port.uri(), good, URI.create(good + "/v1/"));

            assertThat(reports)
                    .extracting(ServerReport::server)
                    .containsExactly(port.uri(), good, good);
            assertThat(reports)
                    .extracting(ServerReport::isUsable)
                    .containsExactly(false, true, true);
        }
    }

    @Test
    void anUnknownKindIsTheCallersMistake() {
        settings = settings.withProfile("vlm");

        assertThatThrownBy(() -> examine(URI.create("http://127.0.0.1:1")))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("vlm");
    }

    @Test
    void anInterruptEndsTheExamination() {
        URI server = serve(Dialects.vllm(ExaminationBase::writes));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> examine(server)).isInstanceOf(CancelledException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
