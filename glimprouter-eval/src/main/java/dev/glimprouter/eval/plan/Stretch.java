package dev.glimprouter.eval.plan;

import dev.glimprouter.reasoning.Writer;

/**
 * Prompt tokens that were evaluated in one go.
 *
 * @param writer which model
 * @param tokens how many
 * @param nanos nanoseconds
 */
record Stretch(Writer writer, long tokens, long nanos) {}
