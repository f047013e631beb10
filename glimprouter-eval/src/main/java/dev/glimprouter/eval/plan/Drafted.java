package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.internal.text.Numbers;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Speculative decoding in counts for each token that large generates.
 *
 * @param rounds batches that verify drafted tokens
 * @param drafted tokens that small drafts
 * @param decoded tokens that large decodes without drafts
 */
record Drafted(double rounds, double drafted, double decoded) {

    /** Tokens that are drafted at first; what decoding really does goes up and down from there. */
    private static final int USUAL_DRAFT = 4;

    /** As recorded under other strategies; empty where none drafted. */
    static Optional<Drafted> recorded(Collection<Recording> all) {
        Load large =
                Load.sum(
                        all.stream()
                                .flatMap(one -> one.questions().stream())
                                .map(one -> one.work().large())
                                .filter(load -> load.rounds() > 0)
                                .toList());
        double tokens = large.generatedTokens();
        return tokens > 0
                ? Optional.of(
                        new Drafted(
                                large.rounds() / tokens,
                                large.draftedTokens() / tokens,
                                large.decodedTokens() / tokens))
                : Optional.empty();
    }

    /**
     * By the share of drafted tokens that large accepts, each independently of the others: a draft
     * of k tokens gives (1 - a^(k+1)) / (1 - a) tokens (Leviathan et al., arXiv 2211.17192).
     */
    static Drafted accepting(double share) {
        double tokens = 1;
        for (int i = 1; i <= USUAL_DRAFT; i++) {
            tokens += Math.pow(share, i);
        }
        return new Drafted(1 / tokens, USUAL_DRAFT / tokens, 0);
    }

    /** The same strategy with drafts; small reads the question for it where it had no part. */
    Workload applyTo(Workload plain, String system, OptionalDouble assumed) {
        Map<String, Work> works = new LinkedHashMap<>();
        plain.byQuestion().forEach((hash, work) -> works.put(hash, applyTo(work)));
        Basis basis = plain.assumed().isEmpty() ? Basis.REPLAYED : Basis.ASSUMED;
        Workload drafted = new Workload(system, basis, plain.source(), plain.assumed(), works);
        return assumed.isPresent()
                ? drafted.assuming(
                        "%s of drafted tokens are accepted"
                                .formatted(Numbers.percent(assumed.getAsDouble())))
                : drafted;
    }

    private Work applyTo(Work plain) {
        Load large = plain.large();
        double tokens = large.generatedTokens();
        Load small =
                plain.small().prefills() > 0
                        ? plain.small()
                        : new Load(large.promptTokens(), 1, 0, 0, 0, 0, 0, 0, 0);
        return new Work(
                small,
                new Load(
                        large.promptTokens(),
                        large.prefills(),
                        tokens * decoded,
                        0,
                        tokens,
                        large.verdicts(),
                        tokens * rounds,
                        tokens * drafted,
                        large.requests()),
                plain.glimpses(),
                plain.steps(),
                plain.stepsByLarge());
    }
}
