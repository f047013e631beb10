package dev.glimprouter.cli;

import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.Posed;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Question;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.RouterConfig;

import java.nio.charset.StandardCharsets;

/** Room for what a question needs, before a model has counted it. */
final class HeadRoom {

    /** For a usual question, and for the turns of a chat. */
    static final int LEAST_TOKENS = 2048;

    private static final int BYTES_A_TOKEN = 2;

    private HeadRoom() {}

    /** Tokens for the messages: one for every two bytes, which even dense scripts keep to. */
    static int tokens(Question question) {
        int bytes = 0;
        for (Message message : question.messages()) {
            bytes += message.content().getBytes(StandardCharsets.UTF_8).length;
        }
        return Math.max(LEAST_TOKENS, bytes / BYTES_A_TOKEN);
    }

    /** Tokens of context that the longest question of a dataset needs. */
    static int context(Dataset dataset, Prompting prompting, RouterConfig rules) {
        int most =
                dataset.problems().stream()
                        .map(problem -> prompting.question(Posed.of(problem, rules.seed(), 0)))
                        .mapToInt(HeadRoom::tokens)
                        .max()
                        .orElse(LEAST_TOKENS);
        return context(most, rules);
    }

    /** Tokens of context that a question needs whose head takes so many. */
    static int context(int headTokens, RouterConfig rules) {
        long needed =
                (long) headTokens + rules.budget() + beyondBudget(rules) + rules.answerLimit();
        return (int) Math.min(Integer.MAX_VALUE, needed);
    }

    /**
     * The official mode looks at the budget only after a step, which is not made shorter for it.
     */
    private static int beyondBudget(RouterConfig rules) {
        return rules.mode() == Mode.OFFICIAL ? rules.stepLimit() : 0;
    }
}
