package dev.glimprouter.openai.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Profiles from files of users. */
class ProfileReaderTest {

    private static Profile read(String json) {
        return ProfileReader.read("mine.json", json);
    }

    @Test
    void changesWhatDiffersFromABundledOne() {
        Profile mine =
                read(
                        """
                        {"like": "sglang", "name": "mine", "abort": null,
                         "logProbs": {"distribution": "raw"}, "priority": "lower-first"}
                        """);

        Profile sglang = Profiles.named("sglang");
        assertThat(mine.name()).isEqualTo("mine");
        assertThat(mine.abort()).isEmpty();
        assertThat(mine.logProbs()).isEqualTo(new LogProbs(20, LogProbs.Distribution.RAW, false));
        assertThat(mine.priority()).isEqualTo(Priority.LOWER_FIRST);
        assertThat(mine.routes()).isEqualTo(sglang.routes());
        assertThat(mine.tokenizer()).isEqualTo(sglang.tokenizer());
    }

    @Test
    void isReadFromAFileWhereItsNameEndsLikeOne(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, "{\"like\": \"vllm\", \"name\": \"mine\"}");

        assertThat(Profiles.named(file.toString()).name()).isEqualTo("mine");
        assertThatThrownBy(() -> Profiles.named(folder.resolve("none.json").toString()))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("none.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'like':'vllm','nmae':'x'} | mine.json: unknown field \"nmae\".",
                "{'like':'vllm','logProbs':{'cap':5,'k':5}} | mine.json: unknown field \"logProbs.k\".",
                "{'like':'vllm','detection':[[{'path':'/a','field':'/b','x':1}]]}"
                        + " | mine.json: unknown field \"detection[0].x\".",
                "{'like':'vllm','stops':{'by':'nobody'}}"
                        + " | mine.json: the field \"stops.by\" must be one of server, client.",
                "{'like':'vllm','logProbs':{'cap':'many'}}"
                        + " | mine.json: the field \"logProbs.cap\" must be a number.",
                "{'name':'x','head':'chat'} | mine.json: a profile needs a route.",
                "{'like':'nobody'} | mine.json: there is no profile \"nobody\";",
                "{'like':'llama-server','affinityHeaders':['x-conversation-ID']}"
                        + " | mine.json: X-Conversation-Id must never be sent.",
                "{'like':'vllm','stops':{'toldField':null}}"
                        + " | mine.json: a server that does not tell a stop text",
                "{'like':'vllm','abort':{'path':'http://x','field':'id'}}"
                        + " | mine.json: not a path of a server: http://x.",
                "{'like':'vllm','cachedField':'usage'} | mine.json: not a JSON pointer: usage.",
                "{'routes':[{'mode':'tokens','api':'chat','path':'/x'}],'name':'x'}"
                        + " | mine.json: CHAT cannot carry TOKENS.",
                "[] | mine.json: a profile is a JSON object.",
                "{'like':| mine.json is not valid JSON:",
            })
    void namesTheFileAndTheField(String json, String message) {
        assertThatThrownBy(() -> read(json.replace('\'', '"')))
                .isInstanceOf(RequestException.class)
                .hasMessageStartingWith(message);
    }
}
