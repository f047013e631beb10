package dev.glimprouter.template.internal.jinja;

import java.util.List;

/** A stretch of a template's source: plain data, or a tag with its tokens. */
sealed interface Segment {
    int line();

    /** Text that is written as it stands. */
    record Data(String text, int line) implements Segment {}

    /** {@code {{ expression }}}. */
    record Print(List<Token> tokens, int line) implements Segment {}

    /** {@code {% statement %}}. */
    record Block(List<Token> tokens, int line) implements Segment {}
}
