package dev.glimprouter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.CancelledException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

class InterruptedDownloadTest extends DownloadsTestBase {

    private static final String ETAG = "\"v1\"";

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    /** Interrupts the pulling thread at the first event of a kind. */
    private static PullListener interruptAt(Class<? extends PullEvent> kind) {
        return event -> {
            if (kind.isInstance(event)) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void expectCancelled(Downloads downloads, PullListener listener) {
        assertThatThrownBy(() -> downloads.pull(TinyModel.REF, listener))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(modelFile()).doesNotExist();
    }

    @Test
    void keepsWhatHasArrivedForTheNextPull() {
        try (FakeHub hub = new FakeHub(FakeHub.file(TinyModel.BYTES, ETAG))) {
            hub.then(FakeHub.file(TinyModel.BYTES, ETAG));
            Downloads downloads = downloads(hub.address(), List.of());
            expectCancelled(downloads, interruptAt(PullEvent.Downloading.class));
            assertThat(partial()).isNotEmptyFile();

            assertThat(downloads.pull(TinyModel.REF, PullListener.NONE))
                    .hasBinaryContent(TinyModel.BYTES);
        }
    }

    @Test
    void endsWhileTheChecksumIsComputed() {
        try (FakeHub hub = new FakeHub(FakeHub.file(TinyModel.BYTES, ETAG))) {
            expectCancelled(
                    downloads(hub.address(), List.of()), interruptAt(PullEvent.Verifying.class));
            assertThat(partial()).hasBinaryContent(TinyModel.BYTES);
        }
    }

    @Test
    void endsAReadThatHangs() throws InterruptedException {
        AtomicReference<Optional<Throwable>> end = new AtomicReference<>(Optional.empty());
        try (FakeHub hub = new FakeHub()) {
            hub.then(hub.stall(TinyModel.BYTES, ETAG, 3000));
            Downloads downloads = downloads(hub.address(), List.of());
            Thread pulling =
                    Thread.ofVirtual()
                            .unstarted(() -> downloads.pull(TinyModel.REF, PullListener.NONE));
            pulling.setUncaughtExceptionHandler((_, thrown) -> end.set(Optional.of(thrown)));
            pulling.start();
            hub.hanging.await();
            pulling.interrupt();
            pulling.join();
        }
        assertThat(end.get()).containsInstanceOf(CancelledException.class);
        assertThat(modelFile()).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake pip is a shell script")
    void endsPip() throws IOException {
        FakePip pip = new FakePip(temp.resolve("pip")).withAllParts().hanging();
        try (FakeHub hub = new FakeHub(FakeHub.status(404))) {
            expectCancelled(
                    downloads(hub.address(), List.of(pip.command())),
                    interruptAt(PullEvent.Downloading.class));
        }
        assertThat(ProcessHandle.of(pip.pid()).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(left()).isEmpty();
    }
}
