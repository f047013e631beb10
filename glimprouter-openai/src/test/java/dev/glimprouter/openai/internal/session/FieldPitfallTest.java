package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Session;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.upstream.FaultServer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Pitfalls 16 and 17: fields that some servers ignore in silence and others refuse. */
class FieldPitfallTest extends SessionTestBase {

    private static final String[] STORY = {"So", " it", " is", " four", ".\n\n"};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VLLM | model prompt max_tokens temperature top_p top_k min_p seed stop"
                        + " include_stop_str_in_output logprobs stream stream_options request_id"
                        + " return_tokens_as_token_ids return_token_ids",
                "SGLANG | model prompt max_tokens temperature top_p top_k min_p seed stop"
                        + " no_stop_trim logprobs stream stream_options rid return_token_ids",
                "LLAMA_SERVER | model prompt n_predict temperature top_p top_k min_p seed stop"
                        + " n_probs stream id_slot cache_prompt return_tokens timings_per_token"
                        + " response_fields",
                "OLLAMA | model prompt options logprobs top_logprobs stream raw truncate shift",
                "COMPLETIONS | model prompt max_tokens temperature top_p seed logprobs stream"
                        + " stream_options",
                "CHAT | model messages max_tokens temperature top_p logprobs top_logprobs stream"
                        + " stream_options",
            })
    @DisplayName("16: each kind of server gets the fields that it knows, and no others")
    void onlyKnownFields(Kind kind, String fields) {
        FaultServer server = server(kind.dialect(story(STORY)));
        Session session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);

        assertThat(Read.all(session.generate(STEP)).text()).isEqualTo("So it is four.\n\n");
        JsonNode body = body(server.exchanges(kind.path()).getFirst());
        assertThat(body.propertyNames()).containsExactlyInAnyOrder(fields.split(" "));
    }

    @Test
    @DisplayName(
            "17: the limit goes as max_tokens, or as max_completion_tokens where that is wanted")
    void theLimitByTheNameThatIsWanted(@TempDir Path folder) throws IOException {
        Path profile = folder.resolve("reasoning.json");
        Files.writeString(
                profile,
                "{\"like\":\"chat\",\"name\":\"r\",\"limitField\":\"max_completion_tokens\"}");
        FaultServer server = server(Kind.CHAT.dialect(story(STORY)));
        Session old = engine(Kind.CHAT.settings(), Optional.empty(), server.uri()).open(HEAD);
        Session other =
                engine(
                                Kind.CHAT.settings().withProfile(profile.toString()),
                                Optional.empty(),
                                server.uri())
                        .open(HEAD);

        for (Session session : new Session[] {old, other}) {
            Read read = Read.all(session.generate(generation(Until.STEP, 3)));
            assertThat(read.text()).isEqualTo("So it is");
            assertThat(read.ending()).isEqualTo(Ending.LENGTH);
        }

        JsonNode first = body(server.exchanges(Kind.CHAT.path()).getFirst());
        JsonNode second = body(server.exchanges(Kind.CHAT.path()).get(1));
        assertThat(first.path("max_tokens").intValue()).isEqualTo(3);
        assertThat(first.has("max_completion_tokens")).isFalse();
        assertThat(second.path("max_completion_tokens").intValue()).isEqualTo(3);
        assertThat(second.has("max_tokens")).isFalse();
    }
}
