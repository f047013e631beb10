package dev.glimprouter.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.event.Usage;
import dev.glimprouter.trace.internal.LineSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

class TraceReaderTest {

    @TempDir Path folder;
    private Path file = Path.of("");
    private List<String> lines = List.of();

    @BeforeEach
    void writeSample() throws IOException {
        file = folder.resolve("trace.jsonl");
        try (TraceWriter writer =
                new TraceWriter(file, SampleEvents.CLOCK, SampleEvents.ENVIRONMENT)) {
            SampleEvents.all().forEach(writer::on);
        }
        lines = Files.readAllLines(file);
    }

    @Test
    void aFileCutAnywhereGivesTheEventsOfItsWholeLines() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int headerEnd = indexOf(whole, (byte) '\n');
        for (int length = headerEnd; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            Trace trace = Trace.read(file);

            boolean atLineEnd = whole[length - 1] == '\n';
            boolean beforeLineEnd = length < whole.length && whole[length] == '\n';
            int lineEnds = countLineEnds(whole, length) + (beforeLineEnd && !atLineEnd ? 1 : 0);
            assertThat(trace.events())
                    .as("cut at byte %d", length)
                    .isEqualTo(SampleEvents.all().subList(0, lineEnds - 1));
            assertThat(trace.torn()).isEqualTo(!atLineEnd && !beforeLineEnd);
        }
    }

    @Test
    void aFileCutWithinItsHeaderIsNoTrace() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 1; length < indexOf(whole, (byte) '\n'); length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused("trace.jsonl ends within its first line: it is no trace.");
        }
    }

    @Test
    void anEmptyFileIsNoTrace() throws IOException {
        Files.write(file, new byte[0]);

        assertRefused("trace.jsonl is empty: it is no trace.");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(file);

        assertRefused("trace.jsonl: there is no such file.");
    }

    @Test
    void unknownEventsAreSkippedAndCounted() throws IOException {
        write(lines.get(0), "{\"event\":\"sang\",\"step\":0}", lines.get(1), "{\"event\":\"x\"}");

        Trace trace = Trace.read(file);

        assertThat(trace.events()).containsExactly(SampleEvents.started());
        assertThat(trace.skipped()).isEqualTo(2);
    }

    @Test
    void unknownFieldsAreIgnored() throws IOException {
        List<String> richer =
                lines.stream().map(line -> line.replaceFirst("\\{", "{\"new\":[{}],")).toList();
        Files.write(file, richer);

        assertThat(Trace.read(file).events()).isEqualTo(SampleEvents.all());
    }

    @Test
    void numbersThatWereAddedLaterReadAsZero() throws IOException {
        List<String> poorer =
                lines.stream()
                        .map(
                                line ->
                                        line.replaceAll(
                                                ",\"(contextBytes|droppedChars|requests)\":\\d+",
                                                ""))
                        .toList();
        Files.write(file, poorer);

        Trace trace = Trace.read(file);

        assertThat(trace.header().models().values())
                .extracting(EngineInfo::contextBytes)
                .containsOnly(0L);
        assertThat(TraceSummary.of(trace.events().subList(0, 20)).usage().values())
                .extracting(Usage::droppedChars)
                .containsOnly(0L);
        assertThat(trace.events()).hasSameSizeAs(SampleEvents.all());
    }

    @Test
    void carriageReturnsBeforeLineEndsDoNoHarm() throws IOException {
        Files.writeString(file, String.join("\r\n", lines) + "\r\n");

        assertThat(Trace.read(file).events()).isEqualTo(SampleEvents.all());
    }

    @Test
    void aNewerVersionIsRefused() throws IOException {
        write(lines.get(0).replace("\"version\":1", "\"version\":2"));

        assertRefused("line 1: trace version 2, but this GlimpRouter reads versions up to 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"event":"started","step":0                  | not valid JSON
                    {"event":"cancelled","step":0,"nanos":1} {}  | not valid JSON
                    [1]                                          | not a JSON object
                    ~~                                           | not
                    {"step":0}                                   | the field "event" must be there
                    {"event":"started","step":"0","nanos":1}     | the field "step" must be a whole number
                    {"event":"started","step":3e9,"nanos":1}     | the field "step" must be a whole number
                    {"event":"started","step":0}                 | the field "nanos" must be there
                    {"event":"retried","step":0,"nanos":1,"writer":"tiny","reason":""} | "tiny" is no writer
                    {"event":"glimpsed","step":0,"nanos":1,"probe":7} | the field "probe" must be an object
                    {"event":"decided","step":0,"nanos":1,"decision":{"writer":"small","policy":"","score":{},"threshold":1,"certain":true,"reason":""}} | the field "score" must be a number
                    {"event":"step-written","step":0,"nanos":1,"written":{"index":-1,"writer":"small","attempt":0,"text":"","tokens":0,"ended":"length","nanos":0}} | negative step data
                    """)
    void aWrongLineIsNamed(String line, String complaint) throws IOException {
        write(lines.get(0), lines.get(1), line, lines.get(2));

        assertRefused("trace.jsonl, line 3: " + complaint);
    }

    @Test
    void bytesThatAreNotUtf8AreNamed() throws IOException {
        write(lines.get(0));
        try (OutputStream out =
                Files.newOutputStream(file, java.nio.file.StandardOpenOption.APPEND)) {
            out.write(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}', '\n'});
        }

        assertRefused("trace.jsonl, line 2: not valid JSON");
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        write("{\"name\":\"something else\"}");

        assertRefused("line 1: not the header of a trace");
    }

    @Test
    void aLineBeyondTheLimitIsRefusedInBoundedMemory() throws IOException {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) ' ');
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i <= LineSource.MAX_LINE_BYTES >> 20; i++) {
                out.write(block);
            }
        }

        assertRefused("line 1: the line is longer than 16777216 bytes");
    }

    @Test
    void nothingFollowsAWrongLine() throws IOException {
        write(lines.get(0), "{", lines.get(1));
        try (TraceReader reader = TraceReader.open(file)) {
            assertThatExceptionOfType(RequestException.class).isThrownBy(reader::hasNext);

            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void theEventsEndOnce() {
        try (TraceReader reader = TraceReader.open(file)) {
            reader.forEachRemaining(_ -> {});

            assertThat(reader.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(reader::next);
        }
    }

    private void write(String... content) throws IOException {
        Files.write(file, List.of(content));
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> Trace.read(file))
                .withMessageContaining(message)
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("\n"));
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        int i = 0;
        while (bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    private static int countLineEnds(byte[] bytes, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                count++;
            }
        }
        return count;
    }
}
