package dev.glimprouter.models;

import static dev.glimprouter.models.FakeHub.file;
import static dev.glimprouter.models.FakeHub.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.internal.digest.Sha256;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

class WebFileDownloadTest extends DownloadsTestBase {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final String TEXT = "{\"question\": \"Q\"}\n";
    private static final byte[] BYTES = TEXT.getBytes(StandardCharsets.UTF_8);
    private static final String SHA256 = Sha256.of(TEXT);

    private Path pull(FakeHub server, String path, String sha256) {
        return downloads(NOWHERE, List.of())
                .pull(server.address().resolve(path), sha256, events::add);
    }

    @Test
    void bringsAFileOnceBelowItsChecksum() {
        try (FakeHub server = new FakeHub(file(BYTES, "\"v1\""))) {
            Path file = pull(server, "/data/test.jsonl?raw=1", SHA256);
            assertThat(file)
                    .isEqualTo(temp.resolve("store").resolve(SHA256).resolve("test.jsonl"))
                    .hasBinaryContent(BYTES);
            assertThat(pull(server, "/elsewhere/test.jsonl", SHA256)).isEqualTo(file);
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void neverKeepsWrongBytes() {
        String other = Sha256.of("other");
        try (FakeHub server = new FakeHub(file(BYTES, "\"v1\""))) {
            assertThatThrownBy(() -> pull(server, "/test.jsonl", other))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("127.0.0.1: its 18 B had the checksum");
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void saysThatThereIsNothing() {
        try (FakeHub server = new FakeHub(status(404))) {
            assertThatThrownBy(() -> pull(server, "/test.jsonl", SHA256))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("it has no http://127.0.0.1:");
        }
    }
}
