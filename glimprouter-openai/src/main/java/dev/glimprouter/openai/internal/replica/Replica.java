package dev.glimprouter.openai.internal.replica;

import java.net.URI;

/**
 * One server of the model.
 *
 * @param base its base URL
 * @param health whether it takes requests
 */
record Replica(URI base, Health health) {}
