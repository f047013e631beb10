package dev.glimprouter.internal.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class NearestNameTest {

    private static final List<String> NAMES =
            List.of("ask", "chat", "models", "doctor", "qwen2.5-coder-0.5b", "qwen2.5-coder-1.5b");

    @ParameterizedTest
    @CsvSource({
        "aks, ask",
        "ASK, ask",
        "chatt, chat",
        "modles, models",
        "doc, doctor",
        "'qwen2.5-coder-1,5b', qwen2.5-coder-1.5b",
        "Qwen2.5-Coder-0.5, qwen2.5-coder-0.5b",
        "qwn25-codr-1.5b, qwen2.5-coder-1.5b"
    })
    void findsWhatWasMeant(String typed, String meant) {
        assertThat(NearestName.among(NAMES, typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "do", "serve", "llama"})
    void doesNotGuess(String typed) {
        assertThat(NearestName.among(NAMES, typed)).isEmpty();
    }

    @Test
    void theHintNamesTheNearestOrAll() {
        assertThat(NearestName.hint(List.of("ask", "chat"), "aks")).isEqualTo("did you mean ask?");
        assertThat(NearestName.hint(List.of("ask", "chat"), "serve"))
                .isEqualTo("known are ask, chat.");
    }
}
