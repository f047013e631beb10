package dev.glimprouter.openai.internal.profile;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What shows that a server is of one kind.
 *
 * @param signs alternatives, of each of which everything must hold; none for a kind that nothing
 *     shows
 */
public record Detection(List<List<Sign>> signs) {

    /** Copies the lists. */
    public Detection {
        signs = signs.stream().map(List::copyOf).toList();
    }

    /**
     * Whether one alternative holds.
     *
     * @param answers what a path was answered with; empty where that was an error or no JSON
     */
    public boolean matches(Function<String, Optional<JsonNode>> answers) {
        return signs.stream()
                .anyMatch(
                        all ->
                                !all.isEmpty()
                                        && all.stream().allMatch(sign -> sign.holds(answers)));
    }

    /**
     * A value that must be there.
     *
     * @param fact where
     * @param value its text; empty if any will do
     */
    public record Sign(Fact fact, Optional<String> value) {

        boolean holds(Function<String, Optional<JsonNode>> answers) {
            return fact.in(answers)
                    .filter(seen -> value.isEmpty() || seen.asString("").equals(value.get()))
                    .isPresent();
        }
    }
}
