package dev.glimprouter.openai.internal.examine;

import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.glimpse.TemperedDistribution;
import dev.glimprouter.glimpse.TopDistribution;
import dev.glimprouter.openai.Finding.Topic;
import dev.glimprouter.openai.ServerFacts.Distribution;
import dev.glimprouter.openai.ServerFacts.Glimpse;
import dev.glimprouter.openai.internal.profile.Profile;
import dev.glimprouter.openai.internal.session.Trial;
import dev.glimprouter.openai.internal.wire.Candidate;
import dev.glimprouter.openai.internal.wire.FirstDistribution;
import dev.glimprouter.openai.internal.wire.TokenKey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the first token of the same prompt at two temperatures.
 *
 * <p>Between two candidates the logarithms of raw probabilities differ as much at both; of tempered
 * ones, by the ratio of the temperatures.
 */
final class GlimpseCheck {

    static final double WARM = 1.0;
    static final double COOL = 0.2;

    /** Candidates that are nearly as likely as the first one say nothing of the temperature. */
    private static final double LEAST_GAP = 0.05;

    private static final double HALFWAY = Math.sqrt(WARM / COOL);

    private final Profile profile;
    private final Findings findings;

    GlimpseCheck(Profile profile, Findings findings) {
        this.profile = profile;
        this.findings = findings;
    }

    /**
     * What two trials show.
     *
     * @param asked how many candidates were asked for
     */
    Glimpse of(int asked, Trial warm, Trial cool) {
        int listed = Math.max(listed(warm), listed(cool));
        if (listed == 0) {
            findings.problem(
                    Topic.CANDIDATES,
                    "lists no candidates for the first token, without which it can be a large model but not a small one",
                    profile.advice()
                            .candidates()
                            .orElse("use a server that tells log-probabilities"));
            return new Glimpse(asked, 0, Distribution.UNKNOWN);
        }
        if (listed < asked) {
            findings.hint(
                    Topic.CANDIDATES,
                    "lists %d of the %d candidates that it was asked for, so that less is known of each entropy"
                            .formatted(listed, asked),
                    profile.advice().candidates());
        }
        return new Glimpse(asked, listed, distribution(warm, cool));
    }

    private int listed(Trial trial) {
        return trial.listed()
                .flatMap(chunk -> FirstDistribution.of(profile, trial.ask(), chunk, 0))
                .map(
                        told ->
                                switch (told) {
                                    case TopDistribution top -> top.logProbabilities().length;
                                    case TemperedDistribution top -> top.logProbabilities().length;
                                    case FullDistribution full -> full.vocabularySize();
                                })
                .orElse(0);
    }

    private Distribution distribution(Trial warm, Trial cool) {
        Optional<Double> ratio = ratio(candidates(warm), candidates(cool));
        if (ratio.isEmpty()) {
            findings.hint(
                    Topic.DISTRIBUTION,
                    "was too sure of its first token to show whether it tells raw probabilities",
                    Optional.of("ask doctor again"));
            return Distribution.UNKNOWN;
        }
        boolean raw = ratio.get() < HALFWAY;
        return switch (profile.logProbs().distribution()) {
            case RAW -> {
                if (!raw) {
                    misread("probabilities after the temperature", "raw", "tempered");
                }
                yield raw ? Distribution.RAW : Distribution.TEMPERED;
            }
            case TEMPERED -> {
                if (raw) {
                    misread("raw probabilities", "tempered", "raw");
                }
                yield raw ? Distribution.RAW : Distribution.RESTORED;
            }
        };
    }

    private void misread(String tells, String taken, String is) {
        String own =
                "name a --profile file with {\"like\": \"%s\", \"logProbs\": {\"distribution\": \"%s\"}}"
                        .formatted(profile.name(), is);
        findings.problem(
                Topic.DISTRIBUTION,
                "tells %s, which are taken for %s ones, so that every entropy is wrong"
                        .formatted(tells, taken),
                profile.advice().distribution().map(what -> what + ", or " + own).orElse(own));
    }

    private static List<Candidate> candidates(Trial trial) {
        return trial.listed().map(chunk -> chunk.entries().getFirst().top()).orElse(List.of());
    }

    /** How much farther apart the candidates are in the second list than in the first. */
    private static Optional<Double> ratio(List<Candidate> first, List<Candidate> second) {
        Map<TokenKey, Double> gaps = gaps(first);
        double before = 0;
        double after = 0;
        for (Map.Entry<TokenKey, Double> gap : gaps(second).entrySet()) {
            double other = gaps.getOrDefault(gap.getKey(), 0.0);
            if (other >= LEAST_GAP) {
                before += other;
                after += gap.getValue();
            }
        }
        return before == 0 ? Optional.empty() : Optional.of(after / before);
    }

    /** How far each candidate is below the likeliest one, where both are possible. */
    private static Map<TokenKey, Double> gaps(List<Candidate> listed) {
        double best =
                listed.stream()
                        .mapToDouble(Candidate::logProb)
                        .max()
                        .orElse(Double.NEGATIVE_INFINITY);
        Map<TokenKey, Double> gaps = new HashMap<>();
        for (Candidate candidate : listed) {
            if (candidate.logProb() > Double.NEGATIVE_INFINITY) {
                gaps.put(candidate.key(), best - candidate.logProb());
            }
        }
        return gaps;
    }
}
