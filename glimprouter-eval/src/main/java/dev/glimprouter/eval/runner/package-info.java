/**
 * Asks the questions of a dataset under several strategies and writes a run file for each.
 *
 * <p>An {@link dev.glimprouter.eval.runner.EvaluationPlan} says what, an {@link
 * dev.glimprouter.eval.runner.Evaluation} does it; strategies take turns question by question, and
 * what run files hold already is not asked again.
 */
package dev.glimprouter.eval.runner;
