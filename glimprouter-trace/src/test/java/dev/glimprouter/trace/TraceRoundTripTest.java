package dev.glimprouter.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.trace.RandomEvents.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

class TraceRoundTripTest {

    @TempDir Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 64);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyEventComesBackAsItWas(long seed) {
        List<RouteEvent> events = new RandomEvents(seed).trace(30);

        Trace read = Trace.read(write(events));

        assertThat(read.events()).isEqualTo(events);
        assertThat(read.torn()).isFalse();
        assertThat(read.skipped()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyEventIsOneLineForReadersThatSplitAtAnyLineSeparator(long seed) throws IOException {
        List<RouteEvent> events = new RandomEvents(seed).trace(30);

        String text = Files.readString(write(events), StandardCharsets.UTF_8);

        assertThat(text.split("\\R", -1)).hasSize(events.size() + 2);
        assertThat(text.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    }

    @Test
    void theGeneratorMakesEveryTypeOfEvent() {
        assertThat(new RandomEvents(1).trace(500).stream().map(RandomEvents::kindOf))
                .contains(Kind.values());
    }

    @Test
    void theHeaderSaysWhatTheStartSays() {
        TraceHeader header = Trace.read(write(SampleEvents.all())).header();

        assertThat(header)
                .isEqualTo(
                        new TraceHeader(
                                1,
                                SampleEvents.CLOCK
                                        .instant()
                                        .atOffset(header.startedAt().getOffset()),
                                SampleEvents.ENVIRONMENT,
                                SampleEvents.started().question(),
                                SampleEvents.started().strategy(),
                                SampleEvents.started().config(),
                                SampleEvents.started().models()));
        assertThat(header.startedAt()).hasToString("2026-11-22T19:30:00.123456789+01:00");
    }

    @Test
    void theSampleHasEveryTypeOfEvent() {
        assertThat(
                        SampleEvents.all().stream()
                                .map(RandomEvents::kindOf)
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Kind.values());
    }

    private Path write(List<RouteEvent> events) {
        Path file = folder.resolve("trace.jsonl");
        try (TraceWriter writer =
                new TraceWriter(file, SampleEvents.CLOCK, SampleEvents.ENVIRONMENT)) {
            events.forEach(writer::on);
        }
        return file;
    }
}
