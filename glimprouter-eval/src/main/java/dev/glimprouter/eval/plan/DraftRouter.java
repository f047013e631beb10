package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.plan.Share.Drafting;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.DraftThenVerify;
import dev.glimprouter.strategy.LargeJudge;
import dev.glimprouter.strategy.RandomRate;
import dev.glimprouter.strategy.RewardGuided;
import dev.glimprouter.strategy.SpecReason;
import dev.glimprouter.strategy.StepEntropy;
import dev.glimprouter.strategy.StepPerplexity;
import dev.glimprouter.strategy.Symbolic;
import dev.glimprouter.strategy.Verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drafts and verdicts that were not recorded: a given share of the drafts is thrown away. */
final class DraftRouter {

    private DraftRouter() {}

    /**
     * Shares with drafts; empty for a verifier of which nothing can be said unrecorded.
     *
     * @param rejected share of the drafts that are thrown away, 0 to 1
     */
    static Optional<Router> of(DraftThenVerify strategy, double rejected) {
        return drafting(strategy.verifier())
                .map(drafting -> router(strategy.opening(), rejected, drafting));
    }

    private static Optional<Drafting> drafting(Verifier verifier) {
        return switch (verifier) {
            case LargeJudge _, SpecReason _ -> Optional.of(Drafting.JUDGED);
            case RewardGuided reward when reward.source() instanceof RewardGuided.Source.Self ->
                    Optional.of(Drafting.JUDGED);
            case StepEntropy _, StepPerplexity _, Symbolic _ -> Optional.of(Drafting.KEPT_UNSEEN);
            default -> Optional.empty();
        };
    }

    private static Router router(int opening, double rejected, Drafting drafting) {
        PolicyRouter random = new PolicyRouter(() -> new RandomRate(rejected, 0));
        return (route, lengths, draw) ->
                random.shares(route, lengths, draw)
                        .map(
                                shares -> {
                                    List<Share> drafted = new ArrayList<>();
                                    for (int i = 0; i < shares.size(); i++) {
                                        drafted.add(
                                                i < opening
                                                        ? new Share(Writer.LARGE, false)
                                                        : new Share(
                                                                shares.get(i).writer(),
                                                                false,
                                                                drafting));
                                    }
                                    return drafted;
                                });
    }
}
