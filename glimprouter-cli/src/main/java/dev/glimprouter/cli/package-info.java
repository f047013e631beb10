/**
 * The commands of {@code ./glimprouter}, what they print, and how they end.
 *
 * <p>Standard output carries results only: an answer, or one JSON object. All else goes to standard
 * error. {@link Cli} turns every failure into one line and an exit code.
 */
package dev.glimprouter.cli;
