package dev.glimprouter.gateway.internal.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.gateway.TraceKeep;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which traces go. */
class OldTracesTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final TraceKeep A_DAY =
            new TraceKeep(Optional.empty(), Optional.of(Duration.ofDays(1)));

    @TempDir Path folder;

    private Path file(String name, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    @Test
    void whatIsOlderGoesAndWhatIsAsOldStays() throws IOException {
        Path older = file("1", Duration.ofDays(1).plusSeconds(1));
        Path asOld = file("2", Duration.ofDays(1));
        new OldTraces(() -> List.of(older, asOld)).sweep(A_DAY, NOW, _ -> false);

        assertThat(older).doesNotExist();
        assertThat(asOld).exists();
    }

    @Test
    void whatIsStillWrittenStaysAndIsTriedAgain() throws IOException {
        Path first = file("1", Duration.ofDays(3));
        Path second = file("2", Duration.ofDays(2));
        OldTraces traces = new OldTraces(() -> List.of(first, second));
        traces.sweep(A_DAY, NOW, Set.of(first)::contains);
        assertThat(first).exists();
        assertThat(second).exists();
        traces.sweep(A_DAY, NOW, _ -> false);

        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
    }

    @Test
    void whatSomebodyElseDeletedIsForgotten() throws IOException {
        Path gone = folder.resolve("gone");
        Path older = file("2", Duration.ofDays(2));
        new OldTraces(() -> List.of(gone, older)).sweep(A_DAY, NOW, _ -> false);

        assertThat(older).doesNotExist();
    }

    @Test
    void withoutABoundAllStay() throws IOException {
        Path ancient = file("1", Duration.ofDays(9_999));
        new OldTraces(() -> List.of(ancient)).sweep(TraceKeep.ALL, NOW, _ -> false);

        assertThat(ancient).exists();
    }

    @Test
    void whereAllStayNoneIsRemembered() throws IOException {
        OldTraces traces = new OldTraces(() -> List.of(folder.resolve("0")));
        for (int i = 1; i <= 1000; i++) {
            traces.add(folder.resolve("" + i));
            traces.sweep(TraceKeep.ALL, NOW, _ -> false);
        }

        assertThat(traces.remembered()).isZero();
    }

    @Test
    void aBoundThatComesLaterFindsWhatIsThere() throws IOException {
        Path first = file("1", Duration.ofDays(3));
        Path second = file("2", Duration.ofDays(2));
        OldTraces traces = new OldTraces(() -> List.of(first, second));
        traces.add(first);
        traces.sweep(TraceKeep.ALL, NOW, _ -> false);
        traces.add(second);
        TraceKeep one = new TraceKeep(Optional.of(1), Optional.empty());
        traces.sweep(one, NOW, _ -> false);
        Path third = file("3", Duration.ZERO);
        traces.add(third);
        traces.sweep(one, NOW, _ -> false);

        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
        assertThat(third).exists();
        assertThat(traces.remembered()).isOne();
    }
}
