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

    /** The same with what is written here. */
    Sampling over(Sampling file) {
        Sampling sampling = temperature == null ? file : file.withTemperature(temperature);
        sampling = topP == null ? sampling : sampling.withTopP(topP);
        sampling = topK == null ? sampling : sampling.withTopK(topK);
        return minP == null ? sampling : sampling.withMinP(minP);
    }
}
