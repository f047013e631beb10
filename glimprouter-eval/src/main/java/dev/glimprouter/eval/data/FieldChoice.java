package dev.glimprouter.eval.data;

import java.util.Optional;

/**
 * How to read a JSON Lines file of one's own; what is empty is found out from the first row.
 *
 * @param question name of the field with the question
 * @param answer name of the field with the answer
 * @param id name of the field with the id
 * @param options name of the field with the list of options
 * @param task the kind of answer
 */
public record FieldChoice(
        Optional<String> question,
        Optional<String> answer,
        Optional<String> id,
        Optional<String> options,
        Optional<Task> task) {

    /** Everything is to be found out. */
    public static final FieldChoice NONE =
            new FieldChoice(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
