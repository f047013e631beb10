package dev.glimprouter.glimpse;

/** Says which text a listed token stands for. */
@FunctionalInterface
public interface TokenTexts {

    /**
     * The text of a token; blank where it is no text by itself.
     *
     * @param index its id where the whole vocabulary is listed, else its place in the list
     */
    String text(int index);

    /** Whether telling a text may ask a server. */
    default boolean isAsked() {
        return false;
    }
}
