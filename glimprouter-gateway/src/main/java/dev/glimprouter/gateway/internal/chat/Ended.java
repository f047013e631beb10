package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.event.Tally;

/**
 * How an answer ended.
 *
 * @param finishReason {@code stop} or {@code length}
 * @param tally what it took
 */
public record Ended(String finishReason, Tally tally) {}
