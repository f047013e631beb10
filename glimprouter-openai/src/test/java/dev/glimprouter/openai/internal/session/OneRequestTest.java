package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Session;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.upstream.Exchange;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.dialect.Dialect;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** A conversation that is rendered here needs no request but the one for its text. */
class OneRequestTest extends SessionTestBase {

    private static final String[] STORY = {"One", ".\n\n", "Two", ".\n\n"};

    private final Dialect vllm = Kind.VLLM.dialect(story(STORY));
    private final FaultServer server = server(vllm);
    private final Session session =
            engine(Kind.VLLM.settings(), Optional.of(Kind.file("template.jinja")), server.uri())
                    .open(HEAD);

    private List<String> posts() {
        return server.exchanges().stream()
                .map(Exchange::request)
                .filter(request -> request.method().equals("POST"))
                .map(request -> request.path())
                .toList();
    }

    @Test
    void oneGenerationIsOneRequest() {
        Read all = Read.all(session.generate(generation(Until.END_OF_SEQUENCE, 64)));

        assertThat(all.text()).isEqualTo("One.\n\nTwo.\n\n");
        assertThat(posts()).containsExactly("/v1/completions");
        assertThat(lastPrompt(vllm))
                .isEqualTo("<|user|>Tell a story.<|end|><|assistant|><think>\n");
    }

    @Test
    void whatFollowsTheHeadGoesOutAsIds() {
        session.append(Read.all(session.generate(STEP)).text());

        assertThat(Read.all(session.generate(STEP)).text()).isEqualTo("Two.\n\n");
        List<Exchange> generations = server.exchanges("/v1/completions");
        assertThat(body(generations.getFirst()).path("prompt").isString()).isTrue();
        assertThat(body(generations.getLast()).path("prompt").isArray()).isTrue();
        assertThat(lastPrompt(vllm))
                .isEqualTo("<|user|>Tell a story.<|end|><|assistant|><think>\nOne.\n\n");
        assertThat(vllm.prompts().getLast())
                .startsWith(vllm.prompts().getFirst().toArray(Integer[]::new));
    }
}
