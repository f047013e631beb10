package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Session;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.upstream.Exchange;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Quirk;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pitfalls 1 to 5: what servers make of a prompt. */
class PromptPitfallTest extends SessionTestBase {

    private static final String[] STORY = {"One", ".\n\n", "Two", ".\n\n"};
    private static final String BEGIN = "<s>";

    /** Has a server write two steps, and gives the prompt of the second one. */
    private String secondPrompt(Kind kind, Dialect dialect) {
        Session session = session(kind, dialect);
        session.append(Read.all(session.generate(STEP)).text());
        assertThat(Read.all(session.generate(STEP)).text()).isEqualTo("Two.\n\n");
        return lastPrompt(dialect);
    }

    private static int count(String part, String text) {
        return (int) Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("1: no upgrade to HTTP/2 is asked for, at which uvicorn loses the body")
    void noUpgradeIsAskedFor(Kind kind) {
        FaultServer server = server(Faults.losingUpgradedBodies(kind.dialect(story(STORY))));
        Session session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);

        assertThat(Read.all(session.generate(STEP)).text()).isEqualTo("One.\n\n");
        assertThat(server.exchanges())
                .extracting(Exchange::request)
                .allSatisfy(
                        request -> {
                            assertThat(request.header("Upgrade")).isEmpty();
                            assertThat(request.header("HTTP2-Settings")).isEmpty();
                            assertThat(request.body().length > 0)
                                    .isEqualTo(request.method().equals("POST"));
                        });
    }

    @ParameterizedTest
    @EnumSource(names = {"VLLM", "SGLANG", "LLAMA_SERVER"})
    @DisplayName("2: the prompt begins once where template and tokenizer both write the beginning")
    void thePromptBeginsOnce(Kind kind) {
        Dialect dialect = kind.dialect(story(STORY)).with(Quirk.BEGIN_TOKEN, Quirk.TEMPLATE_BEGINS);

        String prompt = secondPrompt(kind, dialect);

        assertThat(prompt).startsWith(BEGIN);
        assertThat(count(BEGIN, prompt)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"LLAMA_SERVER", "OLLAMA"})
    @DisplayName("2: the prompt begins once where only the tokenizer writes the beginning")
    void theTokenizerBeginsThePrompt(Kind kind) {
        Dialect dialect = kind.dialect(story(STORY)).with(Quirk.BEGIN_TOKEN);

        String prompt = secondPrompt(kind, dialect);

        assertThat(prompt).startsWith(BEGIN);
        assertThat(count(BEGIN, prompt)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"VLLM", "SGLANG"})
    @DisplayName("2: the prompt begins once where our own template writes the beginning")
    void ourTemplateBeginsThePrompt(Kind kind, @TempDir Path folder) throws IOException {
        Path template = folder.resolve("begins.jinja");
        Files.writeString(template, BEGIN + Files.readString(Kind.file("template.jinja")));
        Dialect dialect = kind.dialect(story(STORY)).with(Quirk.BEGIN_TOKEN);
        FaultServer server = server(dialect);
        Session session = engine(kind.settings(), Optional.of(template), server.uri()).open(HEAD);

        Read.all(session.generate(STEP));
        Read.all(session.generate(STEP));

        assertThat(count(BEGIN, lastPrompt(dialect))).isEqualTo(1);
        assertThat(server.exchanges("/tokenize")).hasSize(kind.profile().beginsAsText() ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("3: thinking is opened once where the template does not open it")
    void thinkingIsOpenedByUs(Kind kind) {
        String prompt = secondPrompt(kind, kind.dialect(story(STORY)));

        assertThat(prompt).endsWith("<|assistant|><think>\nOne.\n\n");
        assertThat(count("<think>", prompt)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"VLLM", "SGLANG", "LLAMA_SERVER"})
    @DisplayName("3: thinking is opened once where the template opens it too")
    void thinkingIsOpenedByTheTemplate(Kind kind) {
        String prompt = secondPrompt(kind, kind.dialect(story(STORY)).with(Quirk.TEMPLATE_THINKS));

        assertThat(prompt).endsWith("<|assistant|><think>\nOne.\n\n");
        assertThat(count("<think>", prompt)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"VLLM", "SGLANG", "LLAMA_SERVER"})
    @DisplayName("4: the blank line at the end reaches a server whose template strips it")
    void theBlankLineIsKept(Kind kind) {
        String prompt = secondPrompt(kind, kind.dialect(story(STORY)).with(Quirk.TEMPLATE_STRIPS));

        assertThat(prompt).endsWith("<think>\nOne.\n\n");
    }

    @Test
    @DisplayName("5: SGLang does not see the assistant's text as the user's, by token ids")
    void theAssistantStaysTheAssistantByIds() {
        String prompt = secondPrompt(Kind.SGLANG, Kind.SGLANG.dialect(story(STORY)));

        assertThat(prompt).isEqualTo("<|user|>Tell a story.<|end|><|assistant|><think>\nOne.\n\n");
    }

    @Test
    @DisplayName("5: SGLang does not see the assistant's text as the user's, by its chat route")
    void theAssistantStaysTheAssistantInChat(@TempDir Path folder) throws IOException {
        Path profile = folder.resolve("sglang-chat.json");
        Files.writeString(
                profile,
                """
                {"like": "sglang", "name": "sglang-chat", "head": "chat", "tokenizer": null,
                 "routes": [{"mode": "chat", "api": "chat", "path": "/v1/chat/completions",
                   "extra": {"separate_reasoning": false},
                   "continuing": {"continue_final_message": true}}]}
                """);
        Dialect dialect = Kind.SGLANG.dialect(story(STORY));
        FaultServer server = server(dialect);
        Session session =
                engine(
                                Kind.SGLANG.settings().withProfile(profile.toString()),
                                Optional.empty(),
                                server.uri())
                        .open(HEAD);
        session.append("One.\n\n");

        assertThat(Read.all(session.generate(STEP)).text()).isEqualTo("Two.\n\n");
        JsonNode body = body(server.exchanges("/v1/chat/completions").getFirst());
        assertThat(body.path("continue_final_message").booleanValue()).isTrue();
        assertThat(body.path("separate_reasoning").booleanValue(true)).isFalse();
        assertThat(body.path("messages").get(1).path("role").stringValue()).isEqualTo("assistant");
        assertThat(lastPrompt(dialect))
                .isEqualTo("<|user|>Tell a story.<|end|><|assistant|><think>\nOne.\n\n");
    }
}
