/**
 * Requests and replies as each kind of server writes them: no connection, no state.
 *
 * <p>An {@link dev.glimprouter.openai.internal.wire.Ask} becomes a {@link
 * dev.glimprouter.openai.internal.wire.Request} by {@link
 * dev.glimprouter.openai.internal.wire.RequestWriter}; each piece of the reply becomes a {@link
 * dev.glimprouter.openai.internal.wire.Chunk} by {@link
 * dev.glimprouter.openai.internal.wire.ChunkReader}. What differs between servers is in the
 * profile.
 */
package dev.glimprouter.openai.internal.wire;
