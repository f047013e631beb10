package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A key is nowhere in what the gateway tells or keeps, and a question only in traces. */
class CanaryTest {

    private static final String KEY = "gr-canary-5d1c";
    private static final String QUESTION = "canary question";

    @TempDir Path folder;

    private final List<String> told = new ArrayList<>();

    private void tell(House house, String path, String json) {
        for (String key : List.of(KEY, KEY + "-wrong")) {
            try (Wire wire = house.connect()) {
                String bearer = "Authorization: Bearer " + key;
                Wire.Got got =
                        json.isEmpty()
                                ? wire.get(path, bearer).read()
                                : wire.post(path, json, bearer).read();
                told.add(got.headers() + got.body());
            }
        }
    }

    private House house() {
        House house =
                House.of(
                        List.of(
                                Reply.text("End.</think>"),
                                Reply.failure(new IllegalStateException("broken"))),
                        List.of(Reply.text("4")));
        house.settings =
                house.settings
                        .withAccess(
                                new Access(
                                        ApiKeys.of(List.of(ApiKeys.line("team-a", KEY))),
                                        Map.of("team-a", Allowance.ALL.withBudget(10_000)),
                                        Allowance.ALL,
                                        Optional.of(folder.resolve("spent.jsonl"))))
                        .withTraces(
                                new TraceShow(
                                        folder.resolve("traces"), Set.of("team-a"), TraceKeep.ALL));
        return house;
    }

    @Test
    void neitherIsWhereItDoesNotBelong() throws IOException {
        try (House house = house().open()) {
            String chat = Json.chat("").replace("2 and 2?", QUESTION);
            tell(house, "/v1/chat/completions", chat);
            tell(house, "/v1/chat/completions", chat.replace("\"model\"", "\"api_key\""));
            tell(house, "/v1/responses", "{\"model\":\"x\",\"input\":\"%s\"}".formatted(QUESTION));
            tell(house, "/v1/models", "");
            tell(house, "/metrics", "");
            assertThat(told).noneMatch(text -> text.contains(QUESTION));

            tell(house, "/traces", "");
            for (String id : files("traces")) {
                tell(house, "/traces/" + id.replace(".jsonl", ""), "");
                tell(house, "/traces/" + id.replace(".jsonl", "") + "/events", "");
            }
            house.failures.forEach(failure -> told.add(String.valueOf(failure)));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                told.add(Files.readString(file));
            }
        }

        assertThat(told).anyMatch(text -> text.contains(QUESTION));
        assertThat(told).noneMatch(text -> text.contains("gr-canary"));
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
