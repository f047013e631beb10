package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.trace.Outcome;
import dev.glimprouter.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Traces of all requests, and the pages about them. */
class TracesTest {

    private static final String EVIL = "<script>document.title='owned'</script>&\"'";

    @TempDir Path folder;

    private House traced(House house) {
        house.settings =
                house.settings.withTraces(new TraceShow(folder, Set.of("team-a"), TraceKeep.ALL));
        return house;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of the only trace. */
    private String id() {
        assertThat(files()).hasSize(1);
        return files().getFirst().getFileName().toString().replace(".jsonl", "");
    }

    @Test
    void eachAnswerLeavesATrace() {
        try (House house = traced(House.usual()).open()) {
            house.chat(Json.chat("'n':2"));

            assertThat(files()).hasSize(2);
            assertThat(files().getFirst().getFileName().toString())
                    .matches("[0-9]{8}-[0-9]{6}-000001-test\\.jsonl");
            assertThat(Trace.read(files().getLast()).summary().outcome())
                    .isEqualTo(Outcome.FINISHED);
        }
    }

    @Test
    void withoutTheSectionThereAreNone() {
        try (House house = House.usual().open()) {
            assertThat(house.get("/traces").status()).isEqualTo(404);
        }
    }

    @Test
    void theListAndThePageHoldTextAsText() {
        try (House house = traced(House.usual()).open()) {
            house.chat(Json.chat("").replace("2 and 2?", EVIL.replace("\"", "\\\"")));
            Wire.Got list = house.get("/traces");
            Wire.Got page = house.get("/traces/" + id());

            assertThat(list.status()).isEqualTo(200);
            assertThat(list.header("Content-Type")).contains("text/html; charset=utf-8");
            assertThat(list.body())
                    .contains("href=\"/traces/" + id() + "\"")
                    .contains(
                            "&lt;script&gt;document.title=&#39;owned&#39;&lt;/script&gt;&amp;&quot;")
                    .doesNotContain("<script>");
            assertThat(page.body()).contains("data-trace=\"" + id() + "\"").doesNotContain("owned");
            for (Wire.Got got : List.of(list, page)) {
                assertThat(got.header("Content-Security-Policy").orElseThrow())
                        .startsWith("default-src 'none'; script-src 'self';");
                assertThat(got.header("X-Content-Type-Options")).contains("nosniff");
                assertThat(got.body()).doesNotContain("http://").doesNotContain("https://");
            }
        }
    }

    @Test
    void theEventsOfATraceAreItsLines() throws IOException {
        try (House house = traced(House.usual()).open()) {
            house.chat(Json.chat(""));
            Wire.Got got = house.get("/traces/" + id() + "/events");
            List<String> lines = Files.readAllLines(files().getFirst());

            assertThat(got.header("Content-Type")).contains("text/event-stream; charset=utf-8");
            assertThat(got.data()).isEqualTo(lines);
            assertThat(got.body()).endsWith("\n\nevent: end\ndata:\n\n");
        }
    }

    @Test
    void aTraceIsShownWhileItIsWritten() {
        House house = traced(House.of(List.of(Reply.text("Two more").thenSilence()), List.of()));
        try (house) {
            house.open();
            Wire asking = house.connect().post("/v1/chat/completions", Json.stream(""));
            house.small.awaitSilence();
            try (Wire watching = house.connect().get("/traces/" + id() + "/events")) {
                watching.head();
                StringBuilder read = new StringBuilder();
                while (!read.toString().contains("more")) {
                    read.append(watching.chunk());
                }
                assertThat(house.get("/traces").body()).contains("<em>running</em>");
                asking.close();
                while (!read.toString().contains("event: end")) {
                    read.append(watching.chunk());
                }

                assertThat(read).contains("\"event\":\"cancelled\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/traces/20261128-nothing",
                "/traces/..%2f..%2fetc%2fpasswd",
                "/traces/%2e%2e",
                "/traces/x/events",
            })
    void whatIsNoTraceIsNotShown(String path) {
        try (House house = traced(House.usual()).open()) {
            assertThat(house.get(path).status()).isBetween(400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/traces/trace.js", "/traces/trace.css"})
    void thePagesFindTheirFiles(String path) {
        try (House house = traced(House.usual()).open()) {
            assertThat(house.get(path).status()).isEqualTo(200);
            assertThat(house.get(path).body()).doesNotContain("innerHTML").isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X: y | 401",
                "Authorization: Bearer gr-a | 200",
                "Authorization: Bearer gr-b | 403",
                "basic anybody:gr-a | 200",
                "basic anybody:gr-b | 403",
                "basic anybody:gr-c | 401",
                "Authorization: Basic %% | 401",
            })
    void onlyReadersLookWhereThereAreKeys(String header, int status) {
        House house = traced(House.usual());
        house.settings =
                house.settings.withKeys(
                        ApiKeys.of(
                                List.of(
                                        ApiKeys.line("team-a", "gr-a"),
                                        ApiKeys.line("team-b", "gr-b"))));
        String sent =
                header.startsWith("basic ")
                        ? "Authorization: Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                header.substring(6)
                                                        .getBytes(StandardCharsets.UTF_8))
                        : header;
        try (house) {
            Wire.Got got = house.open().get("/traces", sent);

            assertThat(got.status()).isEqualTo(status);
            assertThat(got.header("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
            if (header.startsWith("basic ")) {
                assertThat(house.get("/v1/models", sent).status()).isEqualTo(401);
            }
        }
    }

    @Test
    void aTraceThatCannotBeWrittenDoesNotFailItsRequest() throws IOException {
        try (House house = traced(House.usual()).open()) {
            Files.delete(folder);

            assertThat(house.chat(Json.chat("")).status()).isEqualTo(200);
            assertThat(house.failures).hasSize(1);
        }
        Files.createDirectory(folder);
    }

    private House keeping(int most) {
        House house = House.usual();
        house.settings =
                house.settings.withTraces(
                        new TraceShow(
                                folder,
                                Set.of(),
                                new TraceKeep(Optional.of(most), Optional.empty())));
        return house;
    }

    @Test
    void asManyStayAsAreToBeKept() throws IOException {
        Path foreign = Files.writeString(folder.resolve("notes.txt"), "mine");
        Path earlier = Files.writeString(folder.resolve("20200101-000000-000001-x.jsonl"), "");
        try (House house = keeping(2).open()) {
            house.chat(Json.chat(""));
            assertThat(files()).hasSize(3).contains(earlier, foreign);
            house.chat(Json.chat(""));
            house.chat(Json.chat(""));

            assertThat(files()).hasSize(3).contains(foreign).doesNotContain(earlier);
            assertThat(files().getFirst().getFileName().toString()).contains("-000002-");
        }
    }

    @Test
    void whatWasThereBeforeIsSweptAtTheStartAndWhenTheNumberChanges() throws IOException {
        for (int i = 1; i <= 5; i++) {
            Files.writeString(folder.resolve("20200101-000000-00000" + i + "-x.jsonl"), "");
        }
        House house = keeping(3);
        try (house) {
            house.open();
            assertThat(files()).hasSize(3);
            house.settings = keeping(1).settings;
            house.gateway().replace(house.offer(), house.settings, () -> {});

            assertThat(files()).hasSize(1);
            assertThat(files().getFirst().getFileName().toString()).contains("-000005-");
        }
    }
}
