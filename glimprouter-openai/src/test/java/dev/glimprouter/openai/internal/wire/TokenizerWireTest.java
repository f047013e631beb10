package dev.glimprouter.openai.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.openai.internal.profile.Profiles;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Tokenizing at the server. */
class TokenizerWireTest {

    private static final List<Message> MESSAGES = List.of(new Message(Role.USER, "hi"));

    private static TokenizerWire wire(String profile) {
        return new TokenizerWire(Profiles.named(profile), "M", "http://server");
    }

    private static String sent(Optional<Request> request) {
        return request.map(r -> r.path() + " " + new String(r.bytes(), StandardCharsets.UTF_8))
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vllm | /tokenize {'add_special_tokens':false,'model':'M','prompt':'a'}",
                "sglang | /tokenize {'add_special_tokens':false,'model':'M','prompt':'a'}",
                "llama-server | /tokenize {'add_special':false,'parse_special':true,'model':'M','content':'a'}",
                "ollama | ''",
            })
    void tokenizesWithNothingAdded(String profile, String sent) {
        assertThat(sent(wire(profile).tokenize("a")))
                .isEqualTo(sent.replace('\'', '"').replace("\"\"", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vllm | /tokenize {'add_special_tokens':false,'model':'M','messages':[{'role':'user','content':'hi'}],'add_generation_prompt':true}",
                "llama-server | /apply-template {'messages':[{'role':'user','content':'hi'}]}",
                "completions | ''",
                "chat | ''",
            })
    void rendersTheHeadWhereTheServerCan(String profile, String sent) {
        assertThat(sent(wire(profile).head(MESSAGES)))
                .isEqualTo(sent.replace('\'', '"').replace("\"\"", ""));
    }

    @Test
    void readsEveryServersAnswer() {
        assertThat(wire("vllm").ids("{\"count\":2,\"tokens\":[1,2]}")).containsExactly(1, 2);
        assertThat(wire("vllm").text("{\"prompt\":\"ab\"}")).isEqualTo("ab");
        assertThat(wire("sglang").text("{\"text\":\"ab\"}")).isEqualTo("ab");
        assertThat(wire("llama-server").text("{\"content\":\"ab\"}")).isEqualTo("ab");
        assertThat(wire("llama-server").prompt("{\"prompt\":\"ab\"}")).isEqualTo("ab");
        assertThat(sent(wire("sglang").detokenize(new int[] {1})))
                .isEqualTo(
                        "/detokenize {\"skip_special_tokens\":false,\"model\":\"M\",\"tokens\":[1]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"tokens\":[1,\"a\"]}",
                "{\"tokens\":3}",
                "{\"tokens\":[1.5]}",
                "<html>"
            })
    void saysSoWhereTheAnswerIsOfAnotherKind(String reply) {
        assertThatThrownBy(() -> wire("vllm").ids(reply))
                .isInstanceOf(RetryableException.class)
                .hasMessageStartingWith("http://server ");
    }
}
