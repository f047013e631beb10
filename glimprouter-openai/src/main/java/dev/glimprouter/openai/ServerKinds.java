package dev.glimprouter.openai;

import dev.glimprouter.openai.internal.profile.Profiles;

/** The kinds of servers that one can name. */
public final class ServerKinds {

    private ServerKinds() {}

    /**
     * Checks the name of a kind, or the file that describes one of one's own.
     *
     * @throws dev.glimprouter.error.RequestException if there is none, or the file is wrong
     */
    public static void check(String nameOrFile) {
        Profiles.named(nameOrFile);
    }
}
