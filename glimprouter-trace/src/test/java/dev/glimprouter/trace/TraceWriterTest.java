package dev.glimprouter.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.question.Question;
import dev.glimprouter.trace.internal.LineSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TraceWriterTest {

    private static final List<RouteEvent> EVENTS = SampleEvents.all();

    @TempDir Path folder;

    @Test
    void everyLineIsInTheFileAsSoonAsItsEventWasHeard() {
        try (TraceWriter writer = open(file())) {
            for (int i = 0; i < EVENTS.size(); i++) {
                writer.on(EVENTS.get(i));

                assertThat(Trace.read(file()).events()).isEqualTo(EVENTS.subList(0, i + 1));
            }
        }
    }

    @Test
    void aFileThatCannotBeCreatedFailsBeforeTheQuestion() {
        Path nowhere = folder.resolve("no such folder/trace.jsonl");

        assertThatExceptionOfType(SetupException.class)
                .isThrownBy(() -> open(nowhere))
                .withMessageContainingAll(nowhere.toString(), "Choose a file");
    }

    @Test
    void aFolderIsRefused() {
        assertThatExceptionOfType(SetupException.class)
                .isThrownBy(() -> open(folder))
                .withMessageContaining(folder.toString());
    }

    @Test
    void aFileThatIsNoTraceIsLeftAlone() throws IOException {
        Files.writeString(file(), "{\"my\": \"thesis\"}");

        assertThatExceptionOfType(SetupException.class)
                .isThrownBy(() -> open(file()))
                .withMessage(file() + " exists and is not a trace. Choose another file.");
        assertThat(file()).hasContent("{\"my\": \"thesis\"}");
    }

    @Test
    void anOldTraceStaysUntilAQuestionStartsAndIsThenReplaced() {
        write(EVENTS);
        try (TraceWriter writer = open(file())) {
            assertThat(Trace.read(file()).events()).isEqualTo(EVENTS);

            writer.on(EVENTS.getFirst());
        }
        assertThat(Trace.read(file()).events()).isEqualTo(EVENTS.subList(0, 1));
    }

    @Test
    void aNewFileIsRemovedWhenNoQuestionStarted() {
        open(file()).close();

        assertThat(file()).doesNotExist();
    }

    @Test
    void anOldTraceIsKeptWhenNoQuestionStarted() {
        write(EVENTS);
        open(file()).close();

        assertThat(Trace.read(file()).events()).isEqualTo(EVENTS);
    }

    @Test
    void twoWritersDoNotShareAFile() {
        try (TraceWriter first = open(file())) {
            assertThatExceptionOfType(SetupException.class)
                    .isThrownBy(() -> open(file()))
                    .withMessageContaining("Another run is writing the trace " + file());
            first.on(EVENTS.getFirst());
        }
        assertThat(Trace.read(file()).events()).hasSize(1);
    }

    @Test
    void aFullDiskNamesTheFileOnceAndThenKeepsQuiet() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full");
        try (TraceWriter writer = open(full)) {
            assertThatExceptionOfType(SetupException.class)
                    .isThrownBy(() -> writer.on(EVENTS.getFirst()))
                    .withMessageContainingAll("/dev/full", "No space left", "Make room");
            writer.on(EVENTS.getLast());
        }
    }

    @Test
    void closingTwiceAndHearingEventsAfterwardsDoesNothing() {
        TraceWriter writer = open(file());
        writer.on(EVENTS.getFirst());
        writer.close();
        writer.on(EVENTS.get(1));
        writer.close();

        assertThat(Trace.read(file()).events()).isEqualTo(EVENTS.subList(0, 1));
    }

    @Test
    void anInterruptedThreadWritesOn() {
        try (TraceWriter writer = open(file())) {
            Thread.currentThread().interrupt();
            EVENTS.forEach(writer::on);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(Trace.read(file()).events()).isEqualTo(EVENTS);
    }

    @Test
    void aTraceHoldsOneQuestionFromItsStart() {
        try (TraceWriter writer = open(file())) {
            assertThatIllegalStateException().isThrownBy(() -> writer.on(EVENTS.get(1)));
            writer.on(EVENTS.getFirst());
            assertThatIllegalStateException().isThrownBy(() -> writer.on(EVENTS.getFirst()));
        }
        assertThat(Trace.read(file()).events()).isEqualTo(EVENTS.subList(0, 1));
    }

    @Test
    void aQuestionTooLongForItsReaderIsRefused() {
        RouteEvent.Started started = SampleEvents.started();
        RouteEvent huge =
                new RouteEvent.Started(
                        0,
                        Question.of("x".repeat(LineSource.MAX_LINE_BYTES)),
                        started.strategy(),
                        started.config(),
                        started.models());
        try (TraceWriter writer = open(file())) {
            assertThatExceptionOfType(RequestException.class)
                    .isThrownBy(() -> writer.on(huge))
                    .withMessageContaining("Shorten the question");
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void theEnvironmentIsThisProcess() {
        try (TraceWriter writer = TraceWriter.open(file(), SampleEvents.CLOCK)) {
            writer.on(EVENTS.getFirst());
        }
        Environment environment = Trace.read(file()).header().environment();

        assertThat(environment).isEqualTo(Environment.current());
        assertThat(environment.glimprouter()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    private Path file() {
        return folder.resolve("trace.jsonl");
    }

    private void write(List<RouteEvent> events) {
        try (TraceWriter writer = open(file())) {
            events.forEach(writer::on);
        }
    }

    private static TraceWriter open(Path file) {
        return new TraceWriter(file, SampleEvents.CLOCK, SampleEvents.ENVIRONMENT);
    }
}
