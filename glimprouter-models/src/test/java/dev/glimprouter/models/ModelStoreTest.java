package dev.glimprouter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.models.StoredModel.State;
import dev.glimprouter.models.internal.ChecksumFile;
import dev.glimprouter.models.internal.StoreLock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

class ModelStoreTest {

    private static final ModelRef.Hub OTHER =
            new ModelRef.Hub(HubFile.ofMain("owner", "repo", "other.gguf"));

    @TempDir Path root;
    private ModelStore store;
    private Path file;

    @BeforeEach
    void open() {
        store = new ModelStore(root, TinyModel.CATALOGUE);
        file = root.resolve("tiny.gguf");
    }

    private StoredModel tiny() {
        return store.list().getFirst();
    }

    @Test
    void tellsHowMuchOfAModelIsThere() throws IOException {
        assertThat(tiny().state()).isEqualTo(State.MISSING);
        Files.write(root.resolve("tiny.gguf.part"), new byte[10]);
        assertThat(tiny().state()).isEqualTo(State.PARTIAL);
        assertThat(tiny().bytes()).isEqualTo(10);
        Files.write(file, new byte[11]);
        assertThat(tiny().state()).isEqualTo(State.DAMAGED);
        Files.write(file, TinyModel.BYTES);
        assertThat(tiny().state()).isEqualTo(State.UNCHECKED);
        ChecksumFile.write(file, TinyModel.MODEL.sha256());
        assertThat(tiny().state()).isEqualTo(State.PRESENT);
    }

    @Test
    void doesNotBelieveAChecksumThatIsOlderThanTheFile() throws IOException {
        Files.write(file, TinyModel.BYTES);
        ChecksumFile.write(file, TinyModel.MODEL.sha256());
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(tiny().state()).isEqualTo(State.UNCHECKED);
    }

    @Test
    void locatesOnlyWhatIsWholeAndChecked() throws IOException {
        Files.write(file, new byte[11]);
        assertThat(store.locate(TinyModel.REF)).isEmpty();
        Files.write(file, TinyModel.BYTES);
        assertThat(store.locate(TinyModel.REF)).isEmpty();
        ChecksumFile.write(file, TinyModel.MODEL.sha256());
        assertThat(store.locate(TinyModel.REF)).contains(file);
    }

    @Test
    void findsAFlippedByte() throws IOException {
        byte[] flipped = TinyModel.BYTES.clone();
        flipped[flipped.length - 1] ^= 1;
        Files.write(file, flipped);
        ChecksumFile.write(file, TinyModel.MODEL.sha256());
        assertThat(store.verify(TinyModel.REF, PullListener.NONE).matches()).isFalse();
        assertThat(store.locate(TinyModel.REF)).isEmpty();
        Files.write(file, TinyModel.BYTES);
        assertThat(store.verify(TinyModel.REF, PullListener.NONE).matches()).isTrue();
        assertThat(store.locate(TinyModel.REF)).contains(file);
    }

    @Test
    void comparesAFileThatIsNewerThanItsNoteWithIt() throws IOException {
        Path other = other(TinyModel.BYTES);
        ChecksumFile.write(other, TinyModel.sha256(TinyModel.BYTES));
        Files.write(other, new byte[] {1});
        changedLater(other);

        Verification result = store.verify(OTHER, PullListener.NONE);

        assertThat(result.matches()).isFalse();
        assertThat(result.expected()).contains(TinyModel.sha256(TinyModel.BYTES));
        assertThat(store.locate(OTHER)).isEmpty();
    }

    @Test
    void trustsATouchedFileAgainOnceItWasRead() throws IOException {
        Path other = other(TinyModel.BYTES);
        ChecksumFile.write(other, TinyModel.sha256(TinyModel.BYTES));
        Files.setLastModifiedTime(other, FileTime.from(Instant.now().minusSeconds(60)));
        ChecksumFile.withdraw(other);
        assertThat(store.locate(OTHER)).isEmpty();

        assertThat(store.verify(OTHER, PullListener.NONE).matches()).isTrue();

        assertThat(store.locate(OTHER)).contains(other);
    }

    @Test
    void doesNotGiveOutAFileThatWasFoundWrong() throws IOException {
        Path other = other(new byte[] {1});
        ChecksumFile.write(other, TinyModel.sha256(TinyModel.BYTES));
        assertThat(store.locate(OTHER)).contains(other);

        assertThat(store.verify(OTHER, PullListener.NONE).matches()).isFalse();

        assertThat(store.locate(OTHER)).isEmpty();
    }

    @Test
    void saysWhatItCannotCheck() throws IOException {
        Path other = other(new byte[] {1});
        Files.writeString(root.resolve("owner/repo/other.gguf.sha256"), "no checksum");

        assertThat(store.verifyAll(PullListener.NONE))
                .containsExactly(
                        new Verification(
                                "hf:owner/repo/other.gguf",
                                other,
                                Optional.empty(),
                                TinyModel.sha256(new byte[] {1})));
        assertThat(store.locate(OTHER)).isEmpty();
    }

    private Path other(byte[] bytes) throws IOException {
        Path other = root.resolve("owner/repo/other.gguf");
        Files.createDirectories(other.getParent());
        return Files.write(other, bytes);
    }

    private static void changedLater(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    }

    @Test
    void saysInWordsWhatIsWrongWithTheFolder() throws IOException {
        Path inTheWay = Files.writeString(root.resolve("file"), "");
        ModelStore nowhere = new ModelStore(inTheWay.resolve("models"), TinyModel.CATALOGUE);

        assertThatThrownBy(
                        () -> new Downloads(nowhere, DownloadSettings.DEFAULT).pull(OTHER, _ -> {}))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("set GLIMPROUTER_CACHE to another folder")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void saysThatThereIsNothingToVerify() {
        assertThatThrownBy(() -> store.verify(TinyModel.REF, PullListener.NONE))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("pull it");
    }

    @Test
    void listsFilesThatOnlyTheHubKnows() throws IOException {
        Path other = root.resolve("owner/repo/other.gguf");
        Files.createDirectories(other.getParent());
        Files.write(other, TinyModel.BYTES);
        assertThat(store.list().getLast().state()).isEqualTo(State.UNCHECKED);
        ChecksumFile.write(other, TinyModel.MODEL.sha256());
        assertThat(store.list().getLast())
                .isEqualTo(
                        new StoredModel(
                                "hf:owner/repo/other.gguf",
                                other,
                                State.PRESENT,
                                TinyModel.BYTES.length,
                                Optional.empty()));
        assertThat(store.verify(OTHER, PullListener.NONE).matches()).isTrue();
        assertThat(store.remove(OTHER)).isTrue();
        assertThat(root.resolve("owner")).doesNotExist();
    }

    @Test
    void removesAModelWithEverythingAroundIt() throws IOException {
        Files.write(file, TinyModel.BYTES);
        Files.write(root.resolve("tiny.gguf.part"), new byte[10]);
        Files.writeString(root.resolve("tiny.gguf.part.etag"), "\"v\"");
        Files.createDirectories(root.resolve("tiny.gguf.parts"));
        assertThat(store.remove(TinyModel.REF)).isTrue();
        assertThat(root).isDirectoryNotContaining("glob:**tiny*");
        assertThat(store.remove(TinyModel.REF)).isFalse();
    }

    @Test
    void removesNothingWhileADownloadRuns() throws IOException {
        try (StoreLock _ = StoreLock.acquire(root, _ -> {})) {
            assertThatThrownBy(() -> store.remove(TinyModel.REF))
                    .isInstanceOf(RetryableException.class)
                    .hasMessageContaining("A download is running");
        }
    }

    @Test
    void hasNothingToDoWithOtherFilesAndServers() {
        assertThatThrownBy(() -> store.remove(ModelRef.parse("my.gguf")))
                .isInstanceOf(RequestException.class);
        assertThatThrownBy(() -> store.locate(ModelRef.parse("http://localhost:1")))
                .isInstanceOf(RequestException.class);
    }

    @Test
    void listsAFolderThatDoesNotExist() {
        ModelStore nowhere = new ModelStore(root.resolve("nowhere"), TinyModel.CATALOGUE);
        assertThat(nowhere.list()).extracting(StoredModel::state).containsExactly(State.MISSING);
        assertThat(nowhere.remove(TinyModel.REF)).isFalse();
    }
}
