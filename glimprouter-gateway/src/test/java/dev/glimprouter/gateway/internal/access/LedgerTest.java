package dev.glimprouter.gateway.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.testkit.ChildProgram;
import dev.glimprouter.trace.Trace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Spent tokens on the disk. */
class LedgerTest {

    private static final String HEADER = "{\"schema\":\"glimprouter.spent\",\"version\":1}\n";
    private static final String LINE =
            "{\"at\":\"2026-11-28T12:00:00Z\",\"key\":\"a\",\"tokens\":5}\n";

    private final ChildProgram child =
            new ChildProgram(
                    Child.class,
                    List.of(
                            Ledger.class,
                            Trace.class,
                            SetupException.class,
                            JsonMapper.class,
                            JsonFactory.class,
                            JsonProperty.class));

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("spent.jsonl");
    }

    private Map<String, Long> spent() {
        try (Ledger ledger = Ledger.open(file)) {
            return ledger.spent();
        }
    }

    @Test
    void whatIsWrittenIsThereAfterARestart() {
        try (Ledger ledger = Ledger.open(file)) {
            ledger.spend("a", 3);
            ledger.spend("b", 4);
            ledger.spend("a", 5);
        }

        assertThat(spent()).containsOnly(Map.entry("a", 8L), Map.entry("b", 4L));
    }

    @Test
    void whatIsWrittenIsThereBeforeItIsClosed() throws IOException {
        try (Ledger ledger = Ledger.open(file)) {
            ledger.spend("a", 3);

            assertThat(Files.readString(file)).startsWith(HEADER).endsWith("\"tokens\":3}\n");
        }
    }

    @Test
    void aTornLineIsCutWhereverItIsTorn() throws IOException {
        for (int length = 0; length < LINE.length(); length++) {
            Files.writeString(file, HEADER + LINE + LINE.substring(0, length));
            try (Ledger ledger = Ledger.open(file)) {
                assertThat(ledger.spent()).as("%d", length).containsOnly(Map.entry("a", 5L));
                ledger.spend("a", 1);
            }
            assertThat(spent()).as("%d", length).containsOnly(Map.entry("a", 6L));
        }
    }

    @Test
    void soIsATornFirstLine() throws IOException {
        for (int length = 0; length < HEADER.length(); length++) {
            Files.writeString(file, HEADER.substring(0, length));
            assertThat(spent()).as("%d", length).isEmpty();
            assertThat(Files.readString(file)).as("%d", length).isEqualTo(HEADER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "somebody's notes",
                "somebody's notes\n",
                "{\"schema\":\"glimprouter.trace\",\"version\":1}\n",
                "{\"schema\":\"glimprouter.spent\",\"version\":2}\n",
                HEADER + "{\"key\":\"a\"}\n",
                HEADER + "nonsense\n" + LINE,
            })
    void anotherFileIsRefusedAndLeftAlone(String text) throws IOException {
        Files.writeString(file, text);

        assertThatThrownBy(() -> Ledger.open(file))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("spent.jsonl");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void oneProcessWritesIt() {
        try (Ledger first = Ledger.open(file)) {
            assertThatThrownBy(() -> Ledger.open(file))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("Another process");
            first.spend("a", 1);
        }
        assertThat(spent()).containsOnly(Map.entry("a", 1L));
    }

    /** Tries to write, and says what came of it. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            try (Ledger ledger = Ledger.open(Path.of(args[0]))) {
                System.out.println("opened behind " + ledger.spent());
            } catch (SetupException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    @Test
    void anotherProcessIsRefusedHoweverOftenThisOneReadsIt() throws IOException {
        Files.writeString(file, HEADER + LINE);
        try (Ledger ledger = Ledger.open(file)) {
            assertThat(ledger.spent()).containsOnly(Map.entry("a", 5L));
            assertThatThrownBy(() -> Ledger.open(file)).isInstanceOf(SetupException.class);
            assertThat(Files.readAllLines(file)).hasSize(2);

            assertThat(child.firstLine(file.toString())).startsWith("Another process is writing");
        }
        assertThat(child.firstLine(file.toString())).isEqualTo("opened behind {a=5}");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> Ledger.open(folder)).isInstanceOf(SetupException.class);
    }
}
