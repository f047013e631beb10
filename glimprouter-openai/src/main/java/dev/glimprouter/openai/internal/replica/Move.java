package dev.glimprouter.openai.internal.replica;

import java.net.URI;

/**
 * A problem's way from one replica to another.
 *
 * @param from base URL of the replica that it left
 * @param to base URL of the replica where it goes on
 * @param reason a few words for people
 */
public record Move(URI from, URI to, String reason) {}
