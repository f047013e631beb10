package dev.glimprouter.openai.internal.profile;

import tools.jackson.databind.node.ObjectNode;

/**
 * Where a server turns text into token ids and back; ids are called {@code tokens} everywhere.
 *
 * @param tokenize from text to ids
 * @param detokenize from ids to text
 */
public record TokenizerRoutes(Route tokenize, Route detokenize) {

    /**
     * One direction.
     *
     * @param path path to post to
     * @param textField what the text is called, sent or answered
     * @param extra fields of every body
     */
    public record Route(String path, String textField, ObjectNode extra) {

        /** Checks the path and copies the object. */
        public Route {
            Checks.path(path);
            extra = extra.deepCopy();
        }
    }
}
