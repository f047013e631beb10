/**
 * Readers of dataset files. Each takes the rows of a {@link
 * dev.glimprouter.eval.internal.data.JsonRows} or a {@link dev.glimprouter.eval.internal.data.Csv}
 * apart; what is wrong in a row is an {@link IllegalArgumentException} in the middle of a sentence,
 * which gets its file and line in one place.
 */
package dev.glimprouter.eval.internal.data;
