package dev.glimprouter.openai.internal.wire;

/** What tells one listed token from another: the best of what the server gives. */
public sealed interface TokenKey {

    /**
     * Its id: equal ids are one token.
     *
     * @param number from 0
     */
    record Id(int number) implements TokenKey {}

    /**
     * Its bytes: tokens that are no text by themselves may still share them, because some servers
     * put U+FFFD there.
     *
     * @param hex two digits for each byte
     */
    record Bytes(String hex) implements TokenKey {}

    /**
     * Its text, which several tokens may share.
     *
     * @param text as sent
     */
    record Text(String text) implements TokenKey {}

    /** The id, or -1 where the server does not tell. */
    default int id() {
        return switch (this) {
            case Id known -> known.number();
            case Bytes _, Text _ -> -1;
        };
    }
}
