package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.models.PullEvent;
import dev.glimprouter.testkit.ManualTime;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;

/** How downloads and loading are shown. */
class ProgressTest {

    private static final Terminal WIDE = new Terminal(true, true, true, 120, false);
    private static final long TOTAL = 400_000_000;

    private final ManualTime time = new ManualTime();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Printer err = Printer.lenient(bytes, StandardCharsets.UTF_8);

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Meters on(Terminal terminal) {
        return new Meters(err, terminal, time);
    }

    private static PullEvent downloading(long done) {
        return new PullEvent.Downloading("tiny", "hub", done, OptionalLong.of(TOTAL));
    }

    @Test
    void withoutAScreenADownloadIsALineNowAndThenWithRateAndTimeLeft() {
        try (PullDisplay display = new PullDisplay(err, on(Terminal.NONE))) {
            display.on(downloading(100_000_000));
            time.advance(Duration.ofSeconds(5));
            display.on(downloading(150_000_000));
            time.advance(Duration.ofSeconds(1));
            display.on(downloading(200_000_000));
            time.advance(Duration.ofSeconds(4));
            display.on(downloading(200_000_001));
            display.on(downloading(TOTAL));
        }

        assertThat(shown())
                .isEqualTo(
                        """
                        Downloading tiny from hub.
                        Downloading tiny from hub: 37 % of 400 MB, 10.0 MB/s, 25 s left
                        Downloading tiny from hub: 50 % of 400 MB, 10.0 MB/s, 20 s left
                        """);
    }

    @Test
    void onAScreenADownloadIsABarWithRateAndTimeLeft() {
        PullDisplay display = new PullDisplay(err, on(WIDE));
        display.on(downloading(TOTAL / 2));
        display.close();

        assertThat(shown())
                .contains("Downloading tiny from hub")
                .contains(" 50% [")
                .contains("200/400 MB")
                .containsPattern("\\(\\d+:\\d\\d:\\d\\d / \\d+:\\d\\d:\\d\\d\\)")
                .containsPattern("(\\?|[\\d.]+) ?MB/s")
                .endsWith("\r\u001b[K")
                .doesNotContain("\n");
    }

    @Test
    void whatElseHappensIsALineOfItsOwn() {
        try (PullDisplay display = new PullDisplay(err, on(WIDE))) {
            display.on(new PullEvent.Waiting("tiny", Path.of("lock")));
            display.on(downloading(1));
            display.on(new PullEvent.SourceFailed("tiny", "hub", "it\u001b has gone"));
            display.on(new PullEvent.Ready("tiny", Path.of("tiny.gguf")));
        }

        assertThat(shown())
                .startsWith("Another download is running; waiting for lock.\n")
                .endsWith(
                        "\r\u001b[Ktiny: not from hub (it\u241b has gone).\ntiny is at tiny.gguf.\n");
    }

    @Test
    void anotherTaskHasAMeterOfItsOwn() {
        try (PullDisplay display = new PullDisplay(err, on(Terminal.NONE))) {
            display.on(downloading(TOTAL));
            display.on(new PullEvent.Joining("tiny", 1, 2, 5, 10));
            display.on(new PullEvent.Verifying("tiny", 5, 10));
        }

        assertThat(shown())
                .isEqualTo("Downloading tiny from hub.\nJoining tiny.\nChecking tiny.\n");
    }

    @Test
    void loadingIsShownFromItsFirstReportUntilItIsClosed() {
        LoadDisplay display = new LoadDisplay(on(Terminal.NONE), List.of("tiny"));
        DoubleConsumer tiny = display.part(0);
        tiny.accept(0.05);
        time.advance(Duration.ofSeconds(3));
        tiny.accept(0.5);
        display.close();
        time.advance(Duration.ofSeconds(3));
        tiny.accept(0.9);

        assertThat(shown()).isEqualTo("Loading tiny: 50 %\n");
    }

    @Test
    void modelsThatLoadTogetherShareOneMeter() {
        try (LoadDisplay display = new LoadDisplay(on(Terminal.NONE), List.of("tiny", "big"))) {
            display.part(0).accept(1);
            time.advance(Duration.ofSeconds(3));
            display.part(1).accept(0.5);
        }

        assertThat(shown()).isEqualTo("Loading tiny and big: 75 %\n");
    }

    @Test
    void theBarOfALoadedModelIsTakenAway() {
        LoadDisplay display = new LoadDisplay(on(WIDE), List.of("tiny"));
        display.part(0).accept(0.25);
        display.close();

        assertThat(shown()).contains("Loading tiny").contains(" 25% [").endsWith("\r\u001b[K");
    }

    @Test
    void anInterruptedThreadTakesItsBarAwayAndStaysInterrupted() {
        Meter meter = on(WIDE).percent("Working");
        meter.at(50);
        Thread.currentThread().interrupt();

        meter.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(shown()).contains(" 50% [").endsWith("\r\u001b[K");
    }
}
