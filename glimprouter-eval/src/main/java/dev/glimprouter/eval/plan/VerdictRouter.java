package dev.glimprouter.eval.plan;

import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.DraftThenVerify;
import dev.glimprouter.strategy.LargeJudge;
import dev.glimprouter.strategy.SpecReason;
import dev.glimprouter.strategy.StepEntropy;
import dev.glimprouter.strategy.StepPerplexity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has another threshold decide about drafts whose scores were recorded.
 *
 * @param strategy a strategy of the same rule as the recorded one
 * @param threshold its threshold
 * @param below whether drafts below it are kept, else those from it on
 */
record VerdictRouter(DraftThenVerify strategy, double threshold, boolean below) implements Router {

    /** Empty for a verifier that has no threshold. */
    static Optional<Router> of(DraftThenVerify strategy) {
        return switch (strategy.verifier()) {
            case StepEntropy(double tau) -> Optional.of(new VerdictRouter(strategy, tau, true));
            case StepPerplexity(double tau) -> Optional.of(new VerdictRouter(strategy, tau, true));
            case LargeJudge(double threshold) ->
                    Optional.of(new VerdictRouter(strategy, threshold, false));
            case SpecReason(double threshold, SpecReason.Scoring _) ->
                    Optional.of(new VerdictRouter(strategy, threshold, false));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<List<Share>> shares(Route route, StepLengths lengths, int draw) {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < route.legs().size(); i++) {
            Leg leg = route.legs().get(i);
            if (i < strategy.opening()) {
                shares.add(new Share(Writer.LARGE, false));
            } else if (leg.verdict().isEmpty() && leg.draft().isEmpty()) {
                return Optional.empty();
            } else {
                shares.add(leg.verdict().map(verdict -> judged(leg, verdict)).orElse(leg.share()));
            }
        }
        return Optional.of(shares);
    }

    private Share judged(Leg leg, Verdict verdict) {
        boolean kept = below ? verdict.score() < threshold : verdict.score() >= threshold;
        return new Share(kept ? Writer.SMALL : Writer.LARGE, false, leg.share().drafting());
    }
}
