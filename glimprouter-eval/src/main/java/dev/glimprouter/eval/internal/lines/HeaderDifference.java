package dev.glimprouter.eval.internal.lines;

import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A field in which the header of a file that was begun differs from today's.
 *
 * @param path the field's name behind those of the objects that it is in
 * @param before its value in the file
 * @param now its value today
 */
record HeaderDifference(String path, JsonNode before, JsonNode now) {

    private static final int MOST_CHARS = 60;

    /** When the file was begun, and what memory it takes: they say nothing about results. */
    private static final List<String> OF_NO_MATTER =
            List.of("startedAt", "models.small.contextBytes", "models.large.contextBytes");

    /** Each line's trace tells its own, too. */
    private static final List<String> OF_THE_MACHINE =
            List.of("environment.java", "environment.os", "environment.cores");

    /** Answers that are there can be graded anew. */
    private static final String OF_THE_GRADER = "grading";

    /** The differences that say something about results, in the fields' order. */
    static List<HeaderDifference> between(ObjectNode before, ObjectNode now) {
        return between("", before, now)
                .filter(difference -> !OF_NO_MATTER.contains(difference.path()))
                .toList();
    }

    private static Stream<HeaderDifference> between(
            String path, ObjectNode before, ObjectNode now) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(now.propertyNames());
        return names.stream()
                .flatMap(name -> between(path + name, value(before, name), value(now, name)));
    }

    private static JsonNode value(ObjectNode object, String name) {
        return Optional.ofNullable(object.get(name)).orElseGet(Json.object()::nullNode);
    }

    private static Stream<HeaderDifference> between(String path, JsonNode before, JsonNode now) {
        if (before instanceof ObjectNode was && now instanceof ObjectNode is) {
            return between(path + ".", was, is);
        }
        return before.equals(now)
                ? Stream.empty()
                : Stream.of(new HeaderDifference(path, before, now));
    }

    /** Whether it is the machine or its Java: seconds change by it, and sampled texts may. */
    boolean isOfTheMachine() {
        return OF_THE_MACHINE.contains(path);
    }

    /** What to do about it with a file of a kind, in a sentence. */
    String advice(LineKind kind) {
        return kind.replies() && path.equals(OF_THE_GRADER)
                ? "Grade it anew with regrade, or choose another folder with --out."
                : "Run it as it was begun, or choose another folder with --out.";
    }

    /** The path with both values, in the middle of a sentence. */
    @Override
    public String toString() {
        return "%s was %s and is %s".formatted(path, brief(before), brief(now));
    }

    private static String brief(JsonNode value) {
        String text = value.isNull() ? "not set" : Json.text(value);
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "...";
    }
}
