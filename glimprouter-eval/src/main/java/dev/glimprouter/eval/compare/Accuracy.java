package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.statistics.Proportion;

/**
 * How often a system is right.
 *
 * @param system its name
 * @param share of right answers among those that could be graded, on the questions that both
 *     systems have a graded answer to
 * @param unscored runs that could not be graded, on the questions that both systems ran; they are
 *     in no share
 */
public record Accuracy(String system, Proportion share, int unscored) {}
