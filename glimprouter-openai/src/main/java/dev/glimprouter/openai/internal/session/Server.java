package dev.glimprouter.openai.internal.session;

import dev.glimprouter.openai.internal.profile.Profile;

/**
 * What the servers of one model are.
 *
 * @param profile which kind they are of
 * @param build their version, blank where they do not tell
 * @param model the name that requests call the model by; blank for servers that need none
 * @param vocabularySize size of its vocabulary in tokens, 0 where unknown
 * @param contextTokens longest text in tokens, 0 where unknown
 * @param slots how many requests each runs at a time, 0 where unknown
 * @param begin text of the token that begins every sequence, blank where there is none or unknown
 */
public record Server(
        Profile profile,
        String build,
        String model,
        int vocabularySize,
        int contextTokens,
        int slots,
        String begin) {}
