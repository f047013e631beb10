package dev.glimprouter.openai.internal.session;

import dev.glimprouter.time.Cancellation;

import java.net.URI;

/**
 * A server that somebody waits for.
 *
 * @param base its address
 * @param until ends the wait
 */
record Peer(URI base, Cancellation until) {}
