package dev.glimprouter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

class ModelRefTest {

    @Test
    void readsACatalogueName() {
        assertThat(ModelRef.parse(" smollm2-135m "))
                .isEqualTo(
                        new ModelRef.Named(
                                Catalogue.bundled().model("smollm2-135m").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.gguf", "./model.gguf", "/models/Model.GGUF", "a b/c.gguf"})
    void readsAPath(String text) {
        assertThat(ModelRef.parse(text)).isEqualTo(new ModelRef.LocalFile(Path.of(text)));
    }

    @Test
    void readsAHubFile() {
        assertThat(ModelRef.parse("hf:owner/repo/sub/file.gguf"))
                .isEqualTo(new ModelRef.Hub(HubFile.ofMain("owner", "repo", "sub/file.gguf")));
    }

    @Test
    void knowsACatalogueModelByItsHubFile() {
        CatalogueModel model = Catalogue.bundled().model("qwen2.5-coder-0.5b").orElseThrow();
        assertThat(ModelRef.parse(model.hub().reference())).isEqualTo(new ModelRef.Named(model));
    }

    @Test
    void readsServersWithTheModelAfterTheHash() {
        assertThat(ModelRef.parse("http://a:8000/v1/, https://b/v1#Qwen/Qwen3-8B"))
                .isEqualTo(
                        new ModelRef.Servers(
                                List.of(URI.create("http://a:8000/v1"), URI.create("https://b/v1")),
                                "Qwen/Qwen3-8B"));
    }

    @Test
    void readsAServerWithOneModel() {
        assertThat(ModelRef.parse("http://localhost:8080"))
                .isEqualTo(new ModelRef.Servers(List.of(URI.create("http://localhost:8080")), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gemma3-270m",
                "a/b.gguf",
                "hf:owner/repo/sub/file.gguf",
                "http://a:8000/v1,https://b/v1#Qwen/Qwen3-8B",
                "http://localhost:8080"
            })
    void writesWhatItReads(String text) {
        assertThat(ModelRef.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "qwen2.5-coder-0.5 | did you mean qwen2.5-coder-0.5b?",
                "qwen2.5-coder-1,5b | did you mean qwen2.5-coder-1.5b?",
                "SmolLM2 | did you mean smollm2-135m?",
                "llama | known are qwen2.5-coder-0.5b, qwen2.5-coder-1.5b, ",
                "qwen-coder | use --pair qwen-coder",
                "'' | empty",
                "hf:owner/file.gguf | hf:owner/repo/file.gguf",
                "hf:owner/repo/file.bin | hf:owner/repo/file.gguf",
                "hf:owner/../file.gguf | is not a name on the model hub",
                "hf:owner/repo/../../x.gguf | is not a name on the model hub",
                "hf:owner/repo/x%2F.gguf | is not a name on the model hub",
                "hf:owner/repo/big-00001-of-00003.gguf | piece of a split model",
                "owner/repo | a path ends in .gguf",
                "http:// | is not an address",
                "ftp://host/v1 | is not a server address",
                "http://a/v1, | is not a server address",
                "http://a/v1# | no model name after the #",
                "http://user:secret@a/v1 | leave them out",
                "http://a/v1?key=secret | leave them out",
            })
    void refusesWithOneLineThatSaysWhy(String text, String reason) {
        assertThatThrownBy(() -> ModelRef.parse(text))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("\n");
    }
}
