/**
 * Run files: what came of every question of a dataset under one strategy, as versioned JSON Lines.
 *
 * <p>A {@link dev.glimprouter.eval.run.RunHeader} says what must not change; each further line is a
 * {@link dev.glimprouter.eval.run.RunEntry}, one question and repeat with its whole trace. {@link
 * dev.glimprouter.eval.run.RunWriter} begins or goes on with a file, {@link
 * dev.glimprouter.eval.run.RunReader} reads it entry by entry, and summaries, comparisons and
 * reports are made from that alone.
 */
package dev.glimprouter.eval.run;
