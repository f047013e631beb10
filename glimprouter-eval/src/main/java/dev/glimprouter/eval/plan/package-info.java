/**
 * Plans: what other strategies, thresholds and speeds would take, from recorded questions.
 *
 * <p>A {@link dev.glimprouter.eval.plan.Recording} holds what was done for each question, in counts
 * ({@link dev.glimprouter.eval.plan.Work}); {@link dev.glimprouter.eval.plan.Speeds}, measured or
 * given, turn counts into seconds. A strategy that was not recorded is replayed on the recorded
 * steps, whose path is taken as unchanged. What it all means and assumes: docs/plan.md.
 */
package dev.glimprouter.eval.plan;
