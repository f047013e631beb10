package dev.glimprouter.gateway.internal.chat;

/**
 * How an answer ended.
 *
 * @param finishReason {@code stop} or {@code length}
 * @param tally what it took
 */
public record Ended(String finishReason, Tally tally) {}
