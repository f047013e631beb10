package dev.glimprouter.openai.internal.replica;

/**
 * The right to send one request to a replica.
 *
 * @param epoch the replica's epoch when the request set out
 * @param trial whether it is the one request that tries a dead replica
 */
record Pass(long epoch, boolean trial) {}
