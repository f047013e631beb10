package dev.glimprouter.cli;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.openai.ServerFacts;
import dev.glimprouter.question.Question;
import dev.glimprouter.time.Time;

/**
 * How fast one model is, by a short generation.
 *
 * @param promptTokens tokens of the prompt
 * @param prefillNanos nanoseconds of evaluating them
 * @param decodedTokens tokens written in {@code decodeNanos}
 * @param decodeNanos nanoseconds of writing them
 */
record SpeedCheck(long promptTokens, long prefillNanos, long decodedTokens, long decodeNanos) {

    private static final int TOKENS = 33;
    private static final String TEXT =
            "A train leaves the station at nine and travels at sixty miles an hour; another one"
                    + " follows at ten and travels at eighty. ";

    /** Generates a few tokens. */
    static SpeedCheck of(Engine engine, Time time) {
        Question question = Question.of(TEXT.repeat(8) + "When does the second one catch up?");
        Generation request =
                new Generation(
                        Sampling.GREEDY, TOKENS, Until.END_OF_SEQUENCE, Distributions.NONE, 0);
        try (Session session = engine.open(new Prompt(question.messages(), Prompt.THINK));
                TokenStream stream = session.generate(request)) {
            boolean more = stream.next().isPresent();
            long first = time.nanos();
            int decoded = 0;
            while (more) {
                more = stream.next().isPresent();
                decoded += more ? 1 : 0;
            }
            StreamCost cost = stream.cost();
            return new SpeedCheck(
                    cost.promptTokens(), cost.prefillNanos(), decoded, time.nanos() - first);
        }
    }

    /** What an examination of a server measured. */
    static SpeedCheck of(ServerFacts.Speed speed) {
        return new SpeedCheck(
                speed.promptTokens(),
                speed.prefillNanos(),
                speed.decodedTokens(),
                speed.decodeNanos());
    }

    /** For people. */
    String text() {
        return "prefill %s, decode %s"
                .formatted(
                        Figures.rate(promptTokens, prefillNanos),
                        Figures.rate(decodedTokens, decodeNanos));
    }
}
