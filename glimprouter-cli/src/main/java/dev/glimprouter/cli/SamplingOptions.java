package dev.glimprouter.cli;

import dev.glimprouter.engine.Sampling;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** How tokens are drawn. */
final class SamplingOptions {

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "0 for the likeliest token always (default: 0.6).")
    @Nullable Double temperature;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description = "Draw from the likeliest tokens of this mass (default: 0.95).")
    @Nullable Double topP;

    @Option(
            names = "--top-k",
            paramLabel = "K",
            description = "Draw from this many tokens at most (default: no limit).")
    @Nullable Integer topK;

    @Option(
            names = "--min-p",
            paramLabel = "P",
            description = "Leave out tokens below this share of the likeliest (default: 0, off).")
    @Nullable Double minP;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Start of all random draws (default: a random one, always shown).")
    @Nullable Long seed;

    /** The sampling that was asked for. */
    Sampling sampling() {
        Sampling usual = Sampling.DEFAULT;
        return new Sampling(
                temperature == null ? usual.temperature() : temperature,
                topP == null ? usual.topP() : topP,
                topK == null ? usual.topK() : topK,
                minP == null ? usual.minP() : minP);
    }
}
