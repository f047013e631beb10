package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The dashboard and the page ask for what there is, and leave nothing out. */
class DashboardTest {

    private static final Pattern NAME = Pattern.compile("\\b(?:gen_ai|glimprouter)_[a-z_]+");
    private static final Pattern LABELS = Pattern.compile("by \\(([^)]*)\\)|\\{([a-z_]+)=");
    private static final Set<String> LABELS_OF_SCRAPES = Set.of("le", "instance");

    private final House house = House.usual();
    private String text = "";

    @BeforeEach
    void askForEverythingOnce() {
        house.settings =
                house.settings.withKeys(ApiKeys.of(List.of(ApiKeys.line("team-a", "gr-a"))));
        house.open();
        String bearer = "Authorization: Bearer gr-a";
        try (Wire wire = house.connect()) {
            wire.post("/v1/chat/completions", Json.stream(""), bearer).read();
        }
        text = house.get("/metrics", bearer).body();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        JsonNode board = Json.of(Files.readString(Path.of("../deploy/grafana-dashboard.json")));
        for (JsonNode panel : board.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                queries.add(target.path("expr").asString());
            }
        }
        assertThat(queries).hasSizeGreaterThan(15).noneMatch(String::isBlank);
        return queries;
    }

    private static Set<String> names(String of) {
        Set<String> names = new HashSet<>();
        NAME.matcher(of).results().map(MatchResult::group).forEach(names::add);
        return names;
    }

    /** The samples of one name, each a line. */
    private List<String> samples(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .toList();
    }

    @Test
    void everyQueryFindsItsMetricsAndLabels() throws IOException {
        for (String query : queries()) {
            for (String name : withoutLabels(names(query))) {
                assertThat(samples(name)).as(name + " in " + query).isNotEmpty();
                for (String label : labels(query)) {
                    assertThat(samples(name))
                            .as(label + " of " + name + " in " + query)
                            .allMatch(line -> line.contains(label + "=\""));
                }
            }
        }
    }

    private static Set<String> withoutLabels(Set<String> names) {
        names.removeIf(name -> name.equals("gen_ai_token_type"));
        return names;
    }

    private static Set<String> labels(String query) {
        Set<String> labels = new HashSet<>();
        LABELS.matcher(query)
                .results()
                .flatMap(
                        (MatchResult found) ->
                                found.group(1) == null
                                        ? Stream.of(found.group(2))
                                        : Stream.of(found.group(1).split(", *", -1)))
                .forEach(labels::add);
        labels.removeAll(LABELS_OF_SCRAPES);
        return labels;
    }

    @Test
    void everyMetricOfOursIsOnTheDashboardAndOnThePage() throws IOException {
        String page = Files.readString(Path.of("../docs/gateway.md"));
        Set<String> shown = names(String.join("\n", queries()));
        Stream<String> families =
                text.lines()
                        .filter(line -> line.startsWith("# TYPE "))
                        .map(line -> line.split(" ", -1)[2])
                        .filter(name -> !name.endsWith("_max"));

        assertThat(families)
                .allSatisfy(
                        name -> {
                            assertThat(page).contains("`" + name + "`");
                            assertThat(shown).anyMatch(one -> one.startsWith(name));
                        });
    }
}
