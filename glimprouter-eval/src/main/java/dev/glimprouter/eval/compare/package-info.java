/**
 * Comparison of finished runs on the same questions: outcomes in, accuracy, seconds and tokens with
 * their intervals out, as text, Markdown or JSON (docs/statistics.md).
 */
package dev.glimprouter.eval.compare;
