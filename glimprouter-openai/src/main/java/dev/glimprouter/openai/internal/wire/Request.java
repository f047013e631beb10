package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.openai.internal.profile.Framing;

import tools.jackson.databind.node.ObjectNode;

/**
 * What is posted to a server.
 *
 * @param path path from the server's base
 * @param framing how the pieces of a streamed reply are told apart
 * @param body the body
 */
public record Request(String path, Framing framing, ObjectNode body) {

    /** The body in UTF-8. */
    public byte[] bytes() {
        return Json.bytes(body);
    }
}
