package dev.glimprouter.openai.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The bundled profiles, and which server each takes for its own. */
class ProfilesTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static Optional<String> detected(Map<String, String> server) {
        Function<String, Optional<JsonNode>> answers =
                path -> Optional.ofNullable(server.get(path)).map(MAPPER::readTree);
        return Profiles.all().stream()
                .filter(profile -> profile.detection().matches(answers))
                .map(Profile::name)
                .findFirst();
    }

    @Test
    void readsAllOfThem() {
        assertThat(Profiles.all())
                .extracting(Profile::name)
                .containsExactly("vllm", "sglang", "llama-server", "ollama", "completions", "chat");
    }

    @Test
    void prefersTheFormInWhichNothingIsAddedOrReadDifferently() {
        assertThat(Profiles.named("vllm").routes())
                .extracting(PromptRoute::mode)
                .containsExactly(PromptMode.TOKENS, PromptMode.TEXT, PromptMode.CHAT);
        assertThat(Profiles.named("llama-server").routes())
                .extracting(PromptRoute::mode)
                .containsExactly(PromptMode.TEXT, PromptMode.TOKENS, PromptMode.MIXED);
    }

    @Test
    void namesTheNearestOrTheKnownOnesWhereItDoesNotKnowOne() {
        assertThatThrownBy(() -> Profiles.named("vlm"))
                .isInstanceOf(RequestException.class)
                .hasMessageEndingWith("did you mean vllm?");
        assertThatThrownBy(() -> Profiles.named("triton"))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("vllm, sglang, llama-server");
    }

    @Test
    void onlyWhatDoesNotTellItsStopsIsGivenNone() {
        assertThat(Profiles.all())
                .allSatisfy(
                        profile ->
                                assertThat(profile.stops().by() == StopRule.By.SERVER)
                                        .isEqualTo(profile.stops().toldField().isPresent()));
    }

    @Test
    void recognisesServersByWhatTheyAnswer() {
        assertThat(
                        detected(
                                Map.of(
                                        "/version", "{\"version\":\"0.33.0\"}",
                                        "/v1/models", "{\"data\":[{\"owned_by\":\"vllm\"}]}")))
                .hasValue("vllm");
        assertThat(
                        detected(
                                Map.of(
                                        "/v1/models", "{\"data\":[{\"owned_by\":\"sglang\"}]}",
                                        "/api/version", "{\"version\":\"0\"}",
                                        "/api/tags", "{\"models\":[]}")))
                .hasValue("sglang");
        assertThat(detected(Map.of("/model_info", "{\"is_generation\":true}"))).hasValue("sglang");
        assertThat(
                        detected(
                                Map.of(
                                        "/props",
                                        "{\"default_generation_settings\":{\"n_ctx\":4096}}",
                                        "/api/tags",
                                        "{\"models\":[]}")))
                .hasValue("llama-server");
        assertThat(
                        detected(
                                Map.of(
                                        "/api/version", "{\"version\":\"0.33.0\"}",
                                        "/api/tags", "{\"models\":[]}")))
                .hasValue("ollama");
        assertThat(
                        detected(
                                Map.of(
                                        "/version", "{\"version\":\"1\"}",
                                        "/v1/models", "{\"data\":[{\"owned_by\":\"me\"}]}")))
                .isEmpty();
        assertThat(detected(Map.of())).isEmpty();
    }

    @Test
    void findsFactsWhereTheServerTellsThem() {
        Facts facts = Profiles.named("llama-server").facts();
        Function<String, Optional<JsonNode>> answers =
                path ->
                        path.equals("/props")
                                ? Optional.of(MAPPER.readTree("{\"total_slots\":4}"))
                                : Optional.empty();

        assertThat(facts.slots().flatMap(fact -> fact.in(answers)).orElseThrow().intValue())
                .isEqualTo(4);
        assertThat(facts.context().flatMap(fact -> fact.in(answers))).isEmpty();
        assertThat(facts.vocabulary().flatMap(fact -> fact.in(answers))).isEmpty();
    }

    @Test
    void turnsUrgencyIntoEachServersNumber() {
        assertThat(Profiles.named("vllm").priority().number(3)).hasValue(-3);
        assertThat(Profiles.named("sglang").priority().number(3)).hasValue(3);
        assertThat(Profiles.named("sglang").priority().number(0)).isEmpty();
        assertThat(Profiles.named("llama-server").priority().number(3)).isEmpty();
    }
}
