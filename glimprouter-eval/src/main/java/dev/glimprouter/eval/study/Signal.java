package dev.glimprouter.eval.study;

import java.util.OptionalDouble;
import java.util.function.Function;

/** A number that a step has. */
public enum Signal {
    /** Entropy of small's first token, in nats. */
    H_INIT("H_init", StudiedStep::hInit),
    /** Mean entropy of the tokens of small's version, in nats. */
    H_STEP("H_step", StudiedStep::hStep),
    /** Perplexity of small's version, at least 1. */
    PPL_STEP("PPL_step", StudiedStep::pplStep),
    /** Large's mean digit for small's version, 0 to 9. */
    JUDGE("judge", StudiedStep::judge),
    /** BLEU-4 of small's version against large's, 0 to 1. */
    BLEU("BLEU-4", StudiedStep::bleu),
    /** Cosine of the embeddings of both versions, -1 to 1. */
    SIMILARITY("similarity", StudiedStep::similarity);

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a method without state
    private final Function<StudiedStep, OptionalDouble> number;

    Signal(String label, Function<StudiedStep, OptionalDouble> number) {
        this.label = label;
        this.number = number;
    }

    /** What reports call it. */
    public String label() {
        return label;
    }

    /** The number of a step; empty where it has none. */
    public OptionalDouble of(StudiedStep step) {
        return number.apply(step);
    }

    /** Whether a decision looks at it, so that one asks whether it falls into two humps. */
    boolean decides() {
        return switch (this) {
            case H_INIT, H_STEP, PPL_STEP, JUDGE -> true;
            case BLEU, SIMILARITY -> false;
        };
    }
}
