package dev.glimprouter.eval.internal.math;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds boxes in a text in one pass: {@code \boxed{...}} and {@code \fbox{...}}. */
public final class Boxes {

    private static final Pattern BOX =
            Pattern.compile("\\\\(?:boxed|fbox)\\s{0,9}+(\\{|[^\\s{}\\\\])");
    private static final Pattern JOINT =
            Pattern.compile("[\\s$,;]*+(?:\\\\text\\{)?\\s*+(?:and|or)?\\s*+\\}?[\\s$,;]*+");
    private static final int LONGEST_JOINT = 30;

    private record Box(int start, int inner, int end) {}

    private Boxes() {}

    /**
     * What stands in the last box that is closed. Boxes with nothing but "and", "or" or a comma
     * between them count as one, as a list.
     */
    public static Optional<String> last(String text) {
        List<Box> boxes = outermost(text);
        if (boxes.isEmpty()) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        for (int i = boxes.size() - 1; i >= 0; i--) {
            Box box = boxes.get(i);
            parts.addFirst(content(text, box));
            if (i == 0 || !isJoint(text, boxes.get(i - 1).end(), box.start())) {
                break;
            }
        }
        return Optional.of(String.join(", ", parts));
    }

    private static boolean isJoint(String text, int from, int to) {
        return to - from <= LONGEST_JOINT
                && JOINT.matcher(text).region(from, to).matches()
                && text.substring(from, to).matches("(?s).*(?:,|;|and|or).*");
    }

    private static String content(String text, Box box) {
        return text.substring(
                        box.inner(), box.end() - (text.charAt(box.inner() - 1) == '{' ? 1 : 0))
                .strip();
    }

    private static List<Box> outermost(String text) {
        int[] closing = closingBraces(text);
        List<Box> boxes = new ArrayList<>();
        Matcher matcher = BOX.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            from = matcher.end();
            int mark = matcher.start(1);
            if (text.charAt(mark) != '{') {
                boxes.add(new Box(matcher.start(), mark, mark + 1));
            } else if (closing[mark] > 0) {
                boxes.add(new Box(matcher.start(), mark + 1, closing[mark] + 1));
                from = closing[mark] + 1;
            }
        }
        return boxes;
    }

    // For each open brace the place of the one that closes it, or 0.
    private static int[] closingBraces(String text) {
        int[] closing = new int[text.length() + 1];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '{' -> open.push(i);
                case '}' -> {
                    if (!open.isEmpty()) {
                        closing[open.pop()] = i;
                    }
                }
                default -> {}
            }
        }
        return closing;
    }
}
