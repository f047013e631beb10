package dev.glimprouter.strategy;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.OptionalDouble;
import java.util.function.Function;

/** How opinions of a model become verdicts: what all verifiers that ask have in common. */
final class Hearing {

    /** For a yes or a no. */
    static final Aside IS_IT_RIGHT =
            new Aside(
                    "Look at the last paragraph of your reasoning only. Is it correct, and does it"
                            + " follow from the question and the paragraphs before it? Style does"
                            + " not matter. Answer yes or no.",
                    "Answer:");

    /** For a digit. */
    static final Aside RATE_IT =
            new Aside(
                    "Rate the last paragraph of your reasoning only: is it factually correct, and"
                            + " does it follow from the question and the paragraphs before it?"
                            + " Neither style nor usefulness counts. Give one digit from 0 (wrong)"
                            + " to 9 (certainly right).",
                    "Score: ");

    private Hearing() {}

    /**
     * Has {@code judge} look at a draft, unless that only closes the reasoning: who may close it is
     * no question of the steps' quality, and small may wherever it may write.
     *
     * @param score the number in what was said; empty where there is none
     */
    static Verdict of(
            DraftView view,
            Writer judge,
            Aside aside,
            Bar bar,
            Function<Opinion.Said, OptionalDouble> score) {
        if (view.draft().onlyCloses()) {
            return bar.accepted("it only closes the reasoning");
        }
        return switch (view.ask(judge, aside)) {
            case Opinion.Said said -> bar.atLeast(score.apply(said), missing(said));
            case Opinion.Unreachable _ -> bar.accepted("nobody can be asked");
            case Opinion.NoRoom _ -> bar.rejected("no room to ask");
        };
    }

    private static String missing(Opinion.Said said) {
        return said.likeliest().isEmpty() ? "no distribution" : "no such word among the likeliest";
    }
}
