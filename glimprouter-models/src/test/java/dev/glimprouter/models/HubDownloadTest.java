package dev.glimprouter.models;

import static dev.glimprouter.models.FakeHub.file;
import static dev.glimprouter.models.FakeHub.promise;
import static dev.glimprouter.models.FakeHub.redirect;
import static dev.glimprouter.models.FakeHub.status;
import static dev.glimprouter.models.FakeHub.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.models.FakeHub.Request;
import dev.glimprouter.models.internal.ChecksumFile;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class HubDownloadTest extends DownloadsTestBase {

    private static final byte[] BYTES = TinyModel.BYTES;
    private static final String ETAG = "\"v1\"";
    private static final String PATH = "/owner/repo/resolve/main/tiny.gguf";
    private static final ModelRef UNKNOWN =
            new ModelRef.Hub(HubFile.ofMain("someone", "thing", "other.gguf"));

    private Path pull(FakeHub hub) {
        return pull(hub, TinyModel.REF);
    }

    private Path pull(FakeHub hub, ModelRef ref) {
        return downloads(hub.address(), List.of()).pull(ref, hearing(hub));
    }

    private PullListener hearing(FakeHub hub) {
        return event -> {
            events.add(event);
            hub.hear(event);
        };
    }

    @Test
    void bringsTheWholeFile() {
        try (FakeHub hub = new FakeHub(file(BYTES, ETAG))) {
            assertThat(pull(hub)).isEqualTo(modelFile()).hasBinaryContent(BYTES);
            assertThat(hub.requests)
                    .containsExactly(new Request(PATH, Optional.empty(), Optional.empty()));
        }
        assertThat(left()).containsExactly("tiny.gguf", "tiny.gguf.sha256");
        assertThat(heard(PullEvent.Downloading.class).getLast().doneBytes())
                .isEqualTo(BYTES.length);
        assertThat(heard(PullEvent.Verifying.class).getLast().doneBytes()).isEqualTo(BYTES.length);
        assertThat(heard(PullEvent.Ready.class)).hasSize(1);
    }

    @Test
    void asksNobodyWhenTheFileIsThere() {
        try (FakeHub hub = new FakeHub(file(BYTES, ETAG))) {
            pull(hub);
            pull(hub);
            assertThat(hub.requests).hasSize(1);
        }
    }

    @Test
    void replacesAFileOfTheWrongLength() throws IOException {
        Files.createDirectories(modelFile().getParent());
        Files.writeString(modelFile(), "short");
        try (FakeHub hub = new FakeHub(file(BYTES, ETAG))) {
            assertThat(pull(hub)).hasBinaryContent(BYTES);
        }
    }

    @Test
    void checksAFileThatWasPutThereByHand() throws IOException {
        Files.createDirectories(modelFile().getParent());
        Files.write(modelFile(), BYTES);
        try (FakeHub hub = new FakeHub()) {
            pull(hub);
            assertThat(hub.requests).isEmpty();
        }
        assertThat(store().locate(TinyModel.REF)).contains(modelFile());
    }

    @Test
    void replacesAWrongFileThatWasPutThereByHand() throws IOException {
        Files.createDirectories(modelFile().getParent());
        Files.write(modelFile(), new byte[BYTES.length]);
        try (FakeHub hub = new FakeHub(file(BYTES, ETAG))) {
            assertThat(pull(hub)).hasBinaryContent(BYTES);
        }
        assertThat(heard(PullEvent.SourceFailed.class))
                .extracting(PullEvent.SourceFailed::reason)
                .containsExactly("its checksum is wrong");
    }

    @Test
    void goesOnWhereTheConnectionWasCut() {
        try (FakeHub hub = new FakeHub()) {
            hub.then(hub.cut(BYTES, ETAG, 5000)).then(file(BYTES, ETAG));
            assertThat(pull(hub)).hasBinaryContent(BYTES);
            assertThat(hub.requests.getLast())
                    .isEqualTo(new Request(PATH, Optional.of("bytes=5000-"), Optional.of(ETAG)));
        }
    }

    @Test
    void aLaterPullGoesOnWhereAnEarlierOneFailed() {
        try (FakeHub hub = new FakeHub()) {
            hub.then(hub.cut(BYTES, ETAG, 7000));
            assertThatThrownBy(() -> pull(hub)).isInstanceOf(SetupException.class);
            assertThat(left()).containsExactly("tiny.gguf.part", "tiny.gguf.part.etag");
            assertThat(partial()).hasSize(7000);
        }
        try (FakeHub hub = new FakeHub(file(BYTES, ETAG))) {
            assertThat(pull(hub)).hasBinaryContent(BYTES);
            assertThat(hub.requests.getFirst().range()).contains("bytes=7000-");
        }
        assertThat(left()).containsExactly("tiny.gguf", "tiny.gguf.sha256");
    }

    @Test
    void startsOverWhenTheServerIgnoresTheRange() {
        try (FakeHub hub = new FakeHub()) {
            hub.then(hub.cut(BYTES, ETAG, 5000)).then(whole(BYTES));
            assertThat(pull(hub)).hasBinaryContent(BYTES);
        }
    }

    @Test
    void startsOverWhenTheFileChangedMeanwhile() {
        byte[] old = BYTES.clone();
        old[100]++;
        try (FakeHub hub = new FakeHub()) {
            hub.then(hub.cut(old, "\"v0\"", 5000)).then(file(BYTES, ETAG));
            assertThat(pull(hub)).hasBinaryContent(BYTES);
            assertThat(hub.requests.getLast().ifRange()).contains("\"v0\"");
        }
    }

    @Test
    void startsOverWhenTheServerSendsAnotherRange() {
        FakeHub.Answer wrongRange =
                exchange -> {
                    exchange.getResponseHeaders()
                            .set("Content-Range", "bytes 10-19/" + BYTES.length);
                    exchange.sendResponseHeaders(206, 10);
                    exchange.getResponseBody().write(BYTES, 10, 10);
                };
        try (FakeHub hub = new FakeHub()) {
            hub.then(hub.cut(BYTES, ETAG, 5000)).then(wrongRange).then(file(BYTES, ETAG));
            assertThat(pull(hub)).hasBinaryContent(BYTES);
            assertThat(hub.requests.getLast().range()).isEmpty();
        }
    }

    @Test
    void finishesAFileThatHadArrivedCompletely() throws IOException {
        Files.createDirectories(partial().getParent());
        Files.write(partial(), BYTES);
        FakeHub.Answer nothingLeft =
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Range", "bytes */" + BYTES.length);
                    exchange.sendResponseHeaders(416, -1);
                };
        try (FakeHub hub = new FakeHub(nothingLeft)) {
            assertThat(pull(hub)).hasBinaryContent(BYTES);
        }
    }

    @Test
    void deletesWrongBytesAndSaysSo() {
        byte[] wrong = BYTES.clone();
        wrong[BYTES.length / 2]++;
        try (FakeHub hub = new FakeHub(file(wrong, ETAG))) {
            assertThatThrownBy(() -> pull(hub))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining(TinyModel.sha256(wrong).substring(0, 8))
                    .hasMessageContaining(TinyModel.sha256(BYTES).substring(0, 8))
                    .hasMessageContaining("deleted");
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void refusesAFileOfAnotherLengthBeforeItComes() {
        try (FakeHub hub = new FakeHub(whole(Arrays.copyOf(BYTES, 99)))) {
            assertThatThrownBy(() -> pull(hub))
                    .hasMessageContaining("99 bytes instead of " + BYTES.length);
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void saysThatTheHubDoesNotHaveIt() {
        try (FakeHub hub = new FakeHub(status(404))) {
            assertThatThrownBy(() -> pull(hub))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("it has no hf:owner/repo/tiny.gguf")
                    .hasMessageContaining("put the file at " + modelFile())
                    .hasMessageNotContaining("\n");
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void saysThatTheHubFails() {
        try (FakeHub hub = new FakeHub(status(503))) {
            assertThatThrownBy(() -> pull(hub)).hasMessageContaining("status 503");
            assertThat(hub.requests).hasSize(1);
        }
    }

    @Test
    void saysThatALicenceMustBeAccepted() {
        try (FakeHub hub = new FakeHub(status(401))) {
            assertThatThrownBy(() -> pull(hub)).hasMessageContaining("accept the licence");
        }
    }

    @Test
    void givesUpAHubThatDoesNotAnswer() {
        try (FakeHub hub = new FakeHub()) {
            hub.then(hub.hang());
            Downloads impatient =
                    downloads(settings(hub.address(), List.of(), SHORT, LONG, FreeSpace.OF_DISK));
            assertThatThrownBy(() -> impatient.pull(TinyModel.REF, events::add))
                    .hasMessageContaining("no answer within 300 ms");
            assertThat(hub.requests).hasSize(1);
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void goesOnAfterATransferThatStalls() {
        try (FakeHub hub = new FakeHub()) {
            hub.then(hub.stall(BYTES, ETAG, 3000)).then(file(BYTES, ETAG));
            Downloads impatient =
                    downloads(settings(hub.address(), List.of(), LONG, SHORT, FreeSpace.OF_DISK));
            assertThat(impatient.pull(TinyModel.REF, events::add)).hasBinaryContent(BYTES);
            assertThat(hub.requests).hasSize(2);
        }
    }

    @Test
    void givesUpATransferThatBringsNothingThreeTimes() {
        try (FakeHub hub = new FakeHub()) {
            FakeHub.Answer nothing = promise(BYTES, ETAG);
            hub.then(hub.cut(BYTES, ETAG, 3000)).then(nothing).then(nothing).then(nothing);
            hub.then(file(BYTES, ETAG));
            assertThatThrownBy(() -> pull(hub)).hasMessageContaining("the transfer broke off");
            assertThat(hub.requests).hasSize(4);
        }
        assertThat(partial()).hasSize(3000);
    }

    @Test
    void saysThatTheHubCannotBeReached() {
        URI nobody;
        try (FakeHub hub = new FakeHub()) {
            nobody = hub.address();
        }
        assertThatThrownBy(() -> downloads(nobody, List.of()).pull(TinyModel.REF, events::add))
                .hasMessageContaining("it cannot be reached");
    }

    @Test
    void followsRedirects() {
        try (FakeHub store = new FakeHub(file(BYTES, ETAG));
                FakeHub hub = new FakeHub(redirect(store.address() + "/blob?signature=x"))) {
            assertThat(pull(hub)).hasBinaryContent(BYTES);
            assertThat(store.requests.getFirst().path()).isEqualTo("/blob");
        }
    }

    @Test
    void doesNotFollowRedirectsForEver() {
        FakeHub.Answer circle = redirect(PATH);
        try (FakeHub hub = new FakeHub(circle, circle, circle, circle, circle, circle, circle)) {
            assertThatThrownBy(() -> pull(hub)).hasMessageContaining("redirects in circles");
        }
    }

    @Test
    void checksAnUnknownFileAgainstTheHubsOwnChecksum() {
        String sha256 = TinyModel.sha256(BYTES);
        try (FakeHub hub =
                new FakeHub(redirect("/cdn", "X-Linked-ETag", '"' + sha256 + '"'), whole(BYTES))) {
            Downloads downloads = downloads(hub.address(), List.of());
            assertThat(downloads.pull(UNKNOWN, events::add))
                    .isEqualTo(temp.resolve("store/someone/thing/other.gguf"))
                    .hasBinaryContent(BYTES);
        }
        assertThat(temp.resolve("store/someone/thing/other.gguf.sha256"))
                .content()
                .startsWith(sha256 + "  other.gguf");
    }

    @Test
    void refusesAnUnknownFileThatIsNotWhatTheHubStates() {
        String other = TinyModel.sha256(new byte[] {1});
        try (FakeHub hub =
                new FakeHub(redirect("/cdn", "X-Linked-ETag", '"' + other + '"'), whole(BYTES))) {
            Downloads downloads = downloads(hub.address(), List.of());
            assertThatThrownBy(() -> downloads.pull(UNKNOWN, events::add))
                    .hasMessageContaining("instead of " + other.substring(0, 8));
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void recordsTheChecksumOfAnUnknownFileWhereTheHubStatesNone() {
        try (FakeHub hub = new FakeHub(whole(BYTES))) {
            downloads(hub.address(), List.of()).pull(UNKNOWN, events::add);
        }
        assertThat(store().verify(UNKNOWN, PullListener.NONE).matches()).isTrue();
    }

    @Test
    void replacesAnUnknownFileThatIsNotWhatItWas() throws IOException {
        Path file = temp.resolve("store/someone/thing/other.gguf");
        try (FakeHub hub = new FakeHub(whole(BYTES), whole(BYTES))) {
            Downloads downloads = downloads(hub.address(), List.of());
            downloads.pull(UNKNOWN, events::add);
            Files.write(file, new byte[BYTES.length]);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));

            assertThat(downloads.pull(UNKNOWN, events::add)).hasBinaryContent(BYTES);
        }
        assertThat(heard(PullEvent.SourceFailed.class))
                .extracting(PullEvent.SourceFailed::reason)
                .containsExactly("its checksum is wrong");
    }

    @Test
    void keepsAnUnknownFileThatWasOnlyTouched() throws IOException {
        Path file = temp.resolve("store/someone/thing/other.gguf");
        try (FakeHub hub = new FakeHub(whole(BYTES))) {
            Downloads downloads = downloads(hub.address(), List.of());
            downloads.pull(UNKNOWN, events::add);
            ChecksumFile.withdraw(file);

            assertThat(downloads.pull(UNKNOWN, events::add)).hasBinaryContent(BYTES);

            assertThat(hub.requests).hasSize(1);
        }
        assertThat(store().locate(UNKNOWN)).contains(file);
    }

    @Test
    void continuesAnUnknownFileOnlyWithATag() {
        try (FakeHub hub = new FakeHub()) {
            hub.then(hub.cutWithoutTag(BYTES, 4000)).then(whole(BYTES));
            assertThat(pull(hub, UNKNOWN)).hasBinaryContent(BYTES);
            assertThat(hub.requests.getLast().range()).isEmpty();
        }
    }

    @Test
    void saysHowMuchDiskIsNeededBeforeAnythingComes() {
        try (FakeHub hub = new FakeHub(file(BYTES, ETAG))) {
            Downloads full =
                    downloads(settings(hub.address(), List.of(), LONG, LONG, _ -> 400_000));
            assertThatThrownBy(() -> full.pull(TinyModel.REF, events::add))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("needs 480 kB")
                    .hasMessageContaining("400 kB are free");
        }
        assertThat(left()).isEmpty();
    }
}
