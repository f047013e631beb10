package dev.glimprouter.eval.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.DatasetRef.Place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.file.Path;

class DatasetRefTest {

    private static final String SUM = "a".repeat(64);

    @Test
    void readsKindAndFile() {
        assertThat(DatasetRef.parse("gsm8k:/data/x.jsonl"))
                .isEqualTo(DatasetRef.of(DatasetKind.GSM8K, Path.of("/data/x.jsonl")));
        DatasetRef bare = DatasetRef.parse("x.jsonl");
        assertThat(bare.kind()).isEmpty();
        assertThat(bare.place()).isEqualTo(new Place.Local(Path.of("x.jsonl")));
    }

    @Test
    void readsAnAddressWithItsChecksum() {
        DatasetRef ref = DatasetRef.parse("math500:https://host/a/test.jsonl#sha256=" + SUM);
        assertThat(ref.kind()).contains(DatasetKind.MATH500);
        assertThat(ref.place())
                .isEqualTo(new Place.Remote(URI.create("https://host/a/test.jsonl")));
        assertThat(ref.place().fileName()).isEqualTo("test.jsonl");
        assertThat(ref.sha256()).contains(SUM);
    }

    @Test
    void readsOptions() {
        DatasetRef ref =
                DatasetRef.parse("own #1.jsonl#question=q&answer=a&publish=no&task=choice");
        assertThat(ref.place()).isEqualTo(new Place.Local(Path.of("own #1.jsonl")));
        assertThat(ref.fields().question()).contains("q");
        assertThat(ref.fields().answer()).contains("a");
        assertThat(ref.fields().task()).contains(Task.CHOICE);
        assertThat(ref.publishable()).contains(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "https://host/x.jsonl | needs a checksum",
                "x.jsonl#sha256=12 | is no checksum",
                "gsmk8:x.jsonl | 'gsmk8' is no kind of dataset: did you mean gsm8k?",
                "x.jsonl#anser=a | is no option of a dataset: did you mean answer?",
                "x.jsonl#answer=a&answer=b | has answer twice",
                "x.jsonl#task=code | known are maths, choice and general",
                "x.jsonl#publish=maybe | write yes or no",
                "\"\" | names no dataset",
            })
    void saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> DatasetRef.parse(text))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining(message);
    }
}
