package dev.glimprouter.eval.grade.code;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How programs are run.
 *
 * @param python the interpreter; empty for the one that this machine has
 * @param limits what one test may use
 * @param evenUnguarded run also where some {@link Guard} cannot be kept, and say so in every grade
 */
public record CodeSettings(Optional<Path> python, CodeLimits limits, boolean evenUnguarded) {

    /** The machine's Python, the usual limits, nothing unguarded. */
    public static final CodeSettings DEFAULT =
            new CodeSettings(Optional.empty(), CodeLimits.DEFAULT, false);

    /** The same with other limits. */
    public CodeSettings withLimits(CodeLimits other) {
        return new CodeSettings(python, other, evenUnguarded);
    }

    /** The same, also where some guard cannot be kept. */
    public CodeSettings withEvenUnguarded() {
        return new CodeSettings(python, limits, true);
    }
}
