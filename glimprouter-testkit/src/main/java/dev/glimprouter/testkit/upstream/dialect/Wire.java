package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;

import tools.jackson.databind.JsonNode;

/** One kind of server: its paths, its words, its habits. */
interface Wire {

    /**
     * Answers a request.
     *
     * @throws Refusal if the request gets an error
     */
    Play answer(Request request, Host host);

    /** What a server of this kind remembers of texts. */
    default PrefixCache cache(Manner manner) {
        return new PrefixCache(0, 1);
    }

    /** The body of an error. */
    JsonNode error(int status, String message);

    /** Whether a request that wants to upgrade loses its body. */
    default boolean losesUpgradedBodies() {
        return true;
    }

    /** What is answered while the model loads. */
    default Play loading() {
        return Json.answer(503, error(503, "The server is starting."));
    }

    /** An unknown path. */
    default Play unknown() {
        return Play.json(404, "{\"detail\":\"Not Found\"}");
    }
}
