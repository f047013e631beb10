/**
 * Chat templates: how a model wants a conversation written down.
 *
 * <p>{@link dev.glimprouter.template.ChatTemplate} turns messages into {@link
 * dev.glimprouter.template.Piece}s, which say for each stretch of text whether it may hold control
 * tokens; {@link dev.glimprouter.template.ThinkOpening} makes sure that the head ends with an open
 * {@code <think>}.
 */
package dev.glimprouter.template;
