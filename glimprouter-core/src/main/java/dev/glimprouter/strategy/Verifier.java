package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.List;
import java.util.Set;

/**
 * A rule that looks at a draft and says whether it is kept.
 *
 * <p>Safe for use by many questions at once, and stateless. A verdict that cannot be made, because
 * a server does not tell what it needs, is a rejection.
 */
public interface Verifier {

    /** Its name, without parameters. */
    String name();

    /** Its parameters as one writes them, such as {@code tau=0.5}. */
    List<String> parameters();

    /** Looks at a draft, which is not blank unless it ends the reasoning. */
    Verdict verify(DraftView view);

    /** Whether it looks at the signs of the draft's tokens, which the engine has to tell then. */
    default boolean watches() {
        return false;
    }

    /** The models that it asks. */
    default Set<Writer> judges() {
        return Set.of();
    }
}
