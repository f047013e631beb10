package dev.glimprouter.openai.internal.profile;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where a server tells something of itself.
 *
 * @param path path to get
 * @param field JSON pointer to a value in the answer
 */
public record Fact(String path, String field) {

    /** Checks the path and the pointer. */
    public Fact {
        Checks.path(path);
        Checks.pointer(field);
    }

    /**
     * The value; empty if the server does not tell.
     *
     * @param answers what a path was answered with; empty where that was an error or no JSON
     */
    public Optional<JsonNode> in(Function<String, Optional<JsonNode>> answers) {
        return answers.apply(path)
                .map(answer -> answer.at(field))
                .filter(value -> !value.isMissingNode() && !value.isNull());
    }
}
