package dev.glimprouter.openai.internal.profile;

import java.util.Optional;

/**
 * What to change on a server where an examination misses something: the end of a sentence, without
 * its full stop; each is empty where nothing on the server helps.
 *
 * @param candidates so that it lists as many candidates as it is asked for
 * @param distribution so that it tells the distribution that the profile says
 * @param begin so that it begins a sequence only once
 * @param counts so that it tells how many tokens it found in its cache
 * @param cache so that it finds a prompt again
 * @param abort so that it stops soon after its reader has gone
 * @param load so that it tells what it is doing
 */
public record Advice(
        Optional<String> candidates,
        Optional<String> distribution,
        Optional<String> begin,
        Optional<String> counts,
        Optional<String> cache,
        Optional<String> abort,
        Optional<String> load) {}
