package dev.glimprouter.testkit.upstream.dialect;

import java.util.List;
import java.util.Optional;

/**
 * A written token as a response tells it.
 *
 * @param token the written one
 * @param sent the text that became visible with it
 * @param top the likeliest candidates, best first; empty where nothing is known
 */
record Entry(Option token, String sent, Optional<List<Option>> top) {}
