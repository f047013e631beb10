package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.openai.internal.profile.HeadRenderer;
import dev.glimprouter.openai.internal.profile.Profile;
import dev.glimprouter.openai.internal.profile.Profiles;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Dialects;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A kind of server, and the scripted one that speaks like it. */
enum Kind {
    VLLM("/v1/completions"),
    SGLANG("/v1/completions"),
    LLAMA_SERVER("/completion"),
    OLLAMA("/api/generate"),
    COMPLETIONS("/v1/completions"),
    CHAT("/v1/chat/completions");

    private final String path;

    Kind(String path) {
        this.path = path;
    }

    /** The route by which it generates. */
    String path() {
        return path;
    }

    Dialect dialect(Script script) {
        return switch (this) {
            case VLLM -> Dialects.vllm(script);
            case SGLANG -> Dialects.sglang(script);
            case LLAMA_SERVER -> Dialects.llamaServer(script);
            case OLLAMA -> Dialects.ollama(script);
            case COMPLETIONS, CHAT -> Dialects.openAi(script);
        };
    }

    Profile profile() {
        return Profiles.named(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Every kind but one is found out. */
    ServerSettings settings() {
        return this == CHAT ? ServerSettings.DEFAULT.withProfile("chat") : ServerSettings.DEFAULT;
    }

    /** The scripted models' template, where the server renders nothing. */
    Optional<Path> template() {
        return profile().head() == HeadRenderer.OUR_TEMPLATE
                ? Optional.of(file("template.jinja"))
                : Optional.empty();
    }

    static Path file(String name) {
        URL file = Objects.requireNonNull(Kind.class.getResource(name), name);
        try {
            return Path.of(file.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
