package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Session;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Cut;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Quirk;

import org.junit.jupiter.api.Test;

/** What it takes to keep the ids that a server told with its own text. */
class OwnIdsTest extends SessionTestBase {

    private static final String[] THREE_STEPS = {
        "One", ".\n\n", "Two", " two", ".\n\n", "Three", ".\n\n", "Four"
    };

    private static int steps(Session session, int count) {
        int tokens = 0;
        for (int i = 0; i < count; i++) {
            Read step = Read.all(session.generate(STEP));
            tokens += step.tokens();
            session.append(step.text());
        }
        return tokens;
    }

    @Test
    void whatALastTokenSpellsIsAskedOnce() {
        Dialect vllm = Kind.VLLM.dialect(story(THREE_STEPS));
        FaultServer server = server(vllm);
        Session session =
                engine(Kind.VLLM.settings(), Kind.VLLM.template(), server.uri()).open(HEAD);

        steps(session, 1);
        Read.all(session.generate(STEP));
        int learnt = server.exchanges("/detokenize").size();
        assertThat(steps(session, 2)).isEqualTo(5);
        Read.all(session.generate(STEP));

        assertThat(server.exchanges("/detokenize")).hasSize(learnt);
        assertThat(lastPrompt(vllm)).endsWith("One.\n\nTwo two.\n\nThree.\n\n");
    }

    @Test
    void aLastTokenOfWhichAPartIsMissingIsNotKept() {
        Dialect vllm = Kind.VLLM.dialect(story("One", ".\n\nTwo", "Two", ".\n\n"));
        FaultServer server = server(vllm);
        Session session =
                engine(Kind.VLLM.settings(), Kind.VLLM.template(), server.uri()).open(HEAD);

        steps(session, 1);
        Read.all(session.generate(STEP));

        assertThat(lastPrompt(vllm)).endsWith("One.\n\n");
    }

    @Test
    void idsOfAStreamThatBrokeOffInsideACharacterAreNotKept() {
        Dialect vllm =
                Kind.VLLM
                        .dialect(story("One", " gr\u00f6\u00dfer", ".\n\n", "Two", ".\n\n"))
                        .with(Quirk.SPLIT_CHARACTERS);
        Responder breaking =
                firstOtherwise(
                        Kind.VLLM.path(),
                        request -> vllm.answer(request).afterEvents(2, new Act.Break(Cut.FIN)),
                        vllm);
        FaultServer server = server(breaking);
        Session session =
                engine(Kind.VLLM.settings(), Kind.VLLM.template(), server.uri()).open(HEAD);

        steps(session, 1);
        Read.all(session.generate(STEP));

        assertThat(lastPrompt(vllm)).endsWith("One gr\u00f6\u00dfer.\n\n");
    }

    @Test
    void aBlankLineInTwoTokensIsAskedAsAWhole() {
        Dialect vllm = Kind.VLLM.dialect(story("One", "\n", "\n", "Two", "\n", "\n"));
        FaultServer server = server(vllm);
        Session session =
                engine(Kind.VLLM.settings(), Kind.VLLM.template(), server.uri()).open(HEAD);

        steps(session, 1);
        Read.all(session.generate(STEP));
        int learnt = server.exchanges("/detokenize").size();
        steps(session, 1);
        Read.all(session.generate(STEP));

        assertThat(server.exchanges("/detokenize")).hasSize(learnt + 1);
        assertThat(lastPrompt(vllm)).endsWith("One\n\nTwo\n\n");
    }
}
