package dev.glimprouter.eval.internal.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in an answer: its last fenced block. */
final class CodeBlock {

    private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,})(.*)");
    private static final String END_OF_REASONING = "</think>";

    private Optional<String> last = Optional.empty();
    private Optional<String> open = Optional.empty();
    private final List<String> lines = new ArrayList<>();

    private CodeBlock() {}

    /** The last block that is closed, else one that is still open; empty if there is none. */
    static Optional<String> last(String answer) {
        int at = answer.lastIndexOf(END_OF_REASONING);
        CodeBlock block = new CodeBlock();
        answer.substring(at < 0 ? 0 : at + END_OF_REASONING.length()).lines().forEach(block::take);
        return block.last.or(block::unclosed).filter(code -> !code.isBlank());
    }

    private Optional<String> unclosed() {
        return open.map(_ -> String.join("\n", lines));
    }

    private void take(String line) {
        Matcher fence = FENCE.matcher(line);
        if (!fence.matches()) {
            lines.add(line);
        } else if (open.isEmpty()) {
            open = Optional.of(fence.group(1));
            lines.clear();
        } else if (fence.group(1).startsWith(open.get()) && fence.group(2).isBlank()) {
            last = Optional.of(String.join("\n", lines) + "\n");
            open = Optional.empty();
        } else {
            lines.add(line);
        }
    }
}
