package dev.glimprouter.testkit.upstream.dialect;

import static dev.glimprouter.testkit.upstream.dialect.Stand.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.glimpse.TopDistribution;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/** The same script writes the same on a scripted engine and behind each dialect. */
class SameScriptTest {

    private static final int SEEDS = 20;
    private static final int MOST = 24;
    private static final Prompt HEAD =
            new Prompt(List.of(new Message(Role.USER, "Tell a story.")), Prompt.THINK);
    private static final String PROMPT =
            new Template(false, false, false).render(HEAD.messages(), true)
                    + Prompt.THINK
                    + "First.\n\n";

    @Test
    void aSeedWritesTheSameText() throws Exception {
        try (Stand vllm = new Stand(Dialects.vllm(Script.babbling()));
                Stand sglang = new Stand(Dialects.sglang(Script.babbling()));
                Stand llama = new Stand(Dialects.llamaServer(Script.babbling()));
                Stand ollama = new Stand(Dialects.ollama(Script.babbling()));
                Stand hosted = new Stand(Dialects.openAi(Script.babbling()))) {
            for (long seed = 0; seed < SEEDS; seed++) {
                String expected = scripted(seed);
                String body =
                        "{'prompt':%s,'max_tokens':%d,'seed':%d}".formatted(prompt(), MOST, seed);
                for (Stand stand : List.of(vllm, sglang, llama, hosted)) {
                    JsonNode answer = stand.post("/v1/completions", body);
                    assertThat(choice(answer).path("text").stringValue())
                            .as("seed " + seed)
                            .isEqualTo(expected);
                }
                String line =
                        "{'prompt':%s,'raw':true,'stream':false,'options':{'num_predict':%d,'seed':%d}}"
                                .formatted(prompt(), MOST, seed);
                assertThat(ollama.post("/api/generate", line).path("response").stringValue())
                        .as("seed " + seed)
                        .isEqualTo(expected);
            }
        }
    }

    private static String prompt() {
        return "'" + PROMPT.replace("\n", "\\n") + "'";
    }

    private static String scripted(long seed) {
        StringBuilder text = new StringBuilder();
        try (ScriptedEngine engine = ScriptedEngine.babbling();
                Session session = engine.open(HEAD)) {
            session.append("First.\n\n");
            TokenStream stream = session.generate(request(seed, Distributions.NONE));
            Optional<Token> token = stream.next();
            while (token.isPresent()) {
                text.append(token.get().text());
                token = stream.next();
            }
        }
        return text.toString();
    }

    private static Generation request(long seed, Distributions wanted) {
        return new Generation(new Sampling(1, 1, 0, 0), MOST, Until.END_OF_SEQUENCE, wanted, seed);
    }

    @Test
    void theEntropyOfAllCandidatesIsTheScripts() throws Exception {
        double expected;
        try (ScriptedEngine engine = ScriptedEngine.babbling();
                Session session = engine.open(HEAD)) {
            session.append("First.\n\n");
            Token token = session.generate(request(1, Distributions.FIRST)).next().orElseThrow();
            expected = token.distribution().orElseThrow().entropy().nats();
        }
        try (Stand llama = new Stand(Dialects.llamaServer(Script.babbling()))) {
            String body =
                    "{'prompt':%s,'n_probs':64,'n_predict':1,'seed':1,'temperature':0.6}"
                            .formatted(prompt());
            JsonNode entry =
                    llama.post("/completion", body).path("completion_probabilities").get(0);
            double[] logprobs =
                    entry.path("top_logprobs")
                            .valueStream()
                            .mapToDouble(one -> one.path("logprob").doubleValue())
                            .toArray();
            assertThat(new TopDistribution(logprobs, Vocabulary.SIZE).entropy().nats())
                    .isCloseTo(expected, Offset.offset(1e-5));
        }
    }
}
