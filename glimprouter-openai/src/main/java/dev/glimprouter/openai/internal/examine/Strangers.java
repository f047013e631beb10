package dev.glimprouter.openai.internal.examine;

import dev.glimprouter.error.Details;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.SetupException;

import java.net.URI;

/** What to say of a server that nothing showed to be of any kind, and that did not answer. */
final class Strangers {

    private static final int NOT_FOUND = 404;

    private Strangers() {}

    /**
     * The failure in words that help.
     *
     * @param hasModels whether the server lists models
     */
    static GlimpRouterException explained(
            GlimpRouterException failure, URI base, boolean hasModels) {
        if (!hasModels) {
            return new SetupException(
                    "%s is no server of a language model: it answers, but lists no models under /v1/models and completes no text. Check the address and the port."
                            .formatted(base),
                    Details.of(base.toString()),
                    failure);
        }
        if (failure.details().status().orElse(0) == NOT_FOUND) {
            return new SetupException(
                    "%s lists models but completes no text under /v1/completions: name its kind, such as --profile chat."
                            .formatted(base),
                    Details.of(base.toString(), NOT_FOUND),
                    failure);
        }
        return failure;
    }
}
