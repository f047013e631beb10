package dev.glimprouter.testkit.upstream.dialect;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/** How a server tells of a generation. */
interface Shape {

    /** Whether a stream is of events, not of lines. */
    default boolean isEvents() {
        return true;
    }

    /** Messages before the first token. */
    default List<JsonNode> opening(Job job) {
        return List.of();
    }

    /** The message that delivers this. */
    JsonNode chunk(Job job, Chunk chunk);

    /** Messages after the last token. */
    default List<JsonNode> closing(Job job, Finish finish) {
        return List.of();
    }

    /** Whether {@code [DONE]} ends a stream. */
    default boolean saysDone() {
        return true;
    }

    /** The answer as a whole. */
    JsonNode whole(Job job, Chunk all);

    /** An error, as the body of an answer. */
    JsonNode error(int status, String message);

    /** An error, as a message of a stream. */
    default JsonNode errorMessage(int status, String message) {
        return error(status, message);
    }

    /** What a failed stream says last. */
    default Optional<String> lastWordAfterError() {
        return Optional.empty();
    }
}
