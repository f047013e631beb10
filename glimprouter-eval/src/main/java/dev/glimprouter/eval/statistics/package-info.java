/**
 * Statistics of runs: intervals that know about repeats of a question, paired comparisons, tests.
 */
package dev.glimprouter.eval.statistics;
