package dev.glimprouter.strategy;

import java.util.OptionalDouble;

/**
 * What was seen at one token of a draft.
 *
 * @param entropyNats entropy of the raw distribution that it was drawn from; empty if that was not
 *     told
 * @param logProbability natural logarithm of its probability under that distribution; empty if that
 *     was not told
 */
public record TokenSign(OptionalDouble entropyNats, OptionalDouble logProbability) {}
