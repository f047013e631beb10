package dev.glimprouter.openai.internal.profile;

/**
 * Where a running request is ended by its id, before its stream is closed.
 *
 * @param path path to post to
 * @param field name of the id in the body
 */
public record AbortRoute(String path, String field) {

    /** Checks the path. */
    public AbortRoute {
        Checks.path(path);
    }
}
