package dev.glimprouter.strategy.expression;

import dev.glimprouter.check.ArithmeticCheck;
import dev.glimprouter.check.StepCheck;
import dev.glimprouter.strategy.ChooseAmongDrafts;
import dev.glimprouter.strategy.ConfSpec;
import dev.glimprouter.strategy.DraftThenVerify;
import dev.glimprouter.strategy.LargeJudge;
import dev.glimprouter.strategy.RewardGuided;
import dev.glimprouter.strategy.RewardGuided.Source;
import dev.glimprouter.strategy.SpecReason;
import dev.glimprouter.strategy.StepEntropy;
import dev.glimprouter.strategy.StepPerplexity;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.Symbolic;
import dev.glimprouter.strategy.Verifier;

/** Strategies that draft, from their parameters, with the defaults of those left out. */
final class DraftMakers {

    private static final String OPENING = "opening";
    private static final String TAU = "tau";
    private static final String THRESHOLD = "threshold";

    /** One for all, so that strategies of the same expression are equal. */
    private static final StepCheck ARITHMETIC = new ArithmeticCheck();

    private DraftMakers() {}

    static Strategy hstep(Arguments given) {
        return verify(given, new StepEntropy(given.number(TAU, StepEntropy.DEFAULT_TAU)));
    }

    static Strategy pplstep(Arguments given) {
        return verify(given, new StepPerplexity(given.number(TAU, StepPerplexity.DEFAULT_TAU)));
    }

    static Strategy judge(Arguments given) {
        return verify(given, new LargeJudge(given.number(THRESHOLD, LargeJudge.DEFAULT_THRESHOLD)));
    }

    static Strategy specreason(Arguments given) {
        return verify(
                given,
                new SpecReason(
                        given.number(THRESHOLD, SpecReason.DEFAULT_THRESHOLD),
                        given.word(
                                "scoring", SpecReason.Scoring.class, SpecReason.Scoring.GREEDY)));
    }

    static Strategy confspec(Arguments given) {
        return verify(
                given,
                new ConfSpec(
                        given.number("sure", ConfSpec.DEFAULT_SURE),
                        given.number(THRESHOLD, ConfSpec.DEFAULT_THRESHOLD)));
    }

    static Strategy rsd(Arguments given) {
        String reward = given.text("reward", "self");
        Source source = "self".equals(reward) ? new Source.Self() : RewardModels.served(reward);
        return verify(
                given,
                new RewardGuided(source, given.number(THRESHOLD, RewardGuided.DEFAULT_THRESHOLD)));
    }

    static Strategy symbolic(Arguments given) {
        return verify(given, new Symbolic(ARITHMETIC));
    }

    static Strategy speccot(Arguments given) {
        return new ChooseAmongDrafts(
                given.whole("n", ChooseAmongDrafts.DEFAULT_DRAFTS),
                given.whole(OPENING, ChooseAmongDrafts.DEFAULT_OPENING));
    }

    private static Strategy verify(Arguments given, Verifier verifier) {
        return new DraftThenVerify(verifier, given.whole(OPENING, 0));
    }
}
