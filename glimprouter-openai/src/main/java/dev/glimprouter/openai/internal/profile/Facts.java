package dev.glimprouter.openai.internal.profile;

import java.util.Optional;

/**
 * What a server can be asked about itself; each is empty where it cannot.
 *
 * @param build its version, a text
 * @param model the name of its model, a text
 * @param vocabulary size of the model's vocabulary in tokens
 * @param context longest text in tokens
 * @param slots how many requests it runs at the same time
 * @param begin the text of the token that begins every sequence
 */
public record Facts(
        Optional<Fact> build,
        Optional<Fact> model,
        Optional<Fact> vocabulary,
        Optional<Fact> context,
        Optional<Fact> slots,
        Optional<Fact> begin) {

    /** Nothing. */
    public static final Facts NONE =
            new Facts(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
