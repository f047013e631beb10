package dev.glimprouter.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Traces of past versions stay readable; the writer does not change its format by accident. */
class GoldenTraceTest {

    static final Path V1 = Path.of("src/test/resources/traces/v1/all-events.jsonl");

    @TempDir Path folder;

    @Test
    void version1IsRead() {
        Trace trace = Trace.read(V1);

        assertThat(trace.header().version()).isEqualTo(1);
        assertThat(trace.header().environment()).isEqualTo(SampleEvents.ENVIRONMENT);
        assertThat(trace.events()).isEqualTo(SampleEvents.all());
        assertThat(trace.skipped()).isZero();
        assertThat(trace.torn()).isFalse();
    }

    @Test
    void aWholeRoutedQuestionOfVersion1IsRead() {
        TraceSummary summary =
                Trace.read(Path.of("src/test/resources/traces/v1/two-and-two.jsonl")).summary();

        assertThat(summary.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(summary.answer()).isEqualTo("\\boxed{4}");
        assertThat(summary.interventionRate()).isEqualTo(1.0 / 3);
    }

    @Test
    void version1IsStillWrittenByteForByte() throws IOException {
        Path file = folder.resolve("trace.jsonl");
        try (TraceWriter writer =
                new TraceWriter(file, SampleEvents.CLOCK, SampleEvents.ENVIRONMENT)) {
            SampleEvents.all().forEach(writer::on);
        }

        assertThat(Files.readString(file)).isEqualTo(Files.readString(V1));
    }
}
