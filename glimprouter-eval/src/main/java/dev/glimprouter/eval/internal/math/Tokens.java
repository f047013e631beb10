package dev.glimprouter.eval.internal.math;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** A stretch of tokens, with its brackets. */
record Tokens(List<Token> list) {

    Tokens {
        list = List.copyOf(list);
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    int size() {
        return list.size();
    }

    Token get(int index) {
        return list.get(index);
    }

    Token first() {
        return list.getFirst();
    }

    Token last() {
        return list.getLast();
    }

    Tokens from(int start) {
        return between(start, size());
    }

    Tokens between(int start, int end) {
        return new Tokens(list.subList(start, end));
    }

    /** Whether the first token opens a bracket that the last one closes. */
    boolean isBracketed() {
        return size() >= 2 && step(first()) > 0 && depthEnd(0) == size() - 1;
    }

    private int depthEnd(int open) {
        int depth = 0;
        for (int i = open; i < size(); i++) {
            depth += step(get(i));
            if (depth <= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int step(Token token) {
        return switch (token.kind()) {
            case BEGIN -> 1;
            case END -> -1;
            case SIGN ->
                    switch (token.text()) {
                        case "(", "[", "{", "\\{", "⟨", "⌊", "⌈" -> 1;
                        case ")", "]", "}", "\\}", "⟩", "⌋", "⌉" -> -1;
                        default -> 0;
                    };
            default -> 0;
        };
    }

    /** The first token outside of all brackets that is looked for. */
    OptionalInt find(Predicate<Token> wanted) {
        int depth = 0;
        for (int i = 0; i < size(); i++) {
            Token token = get(i);
            if (depth == 0 && wanted.test(token)) {
                return OptionalInt.of(i);
            }
            depth += step(token);
        }
        return OptionalInt.empty();
    }

    /** The stretches between separators that stand outside of all brackets. */
    List<Tokens> split(Predicate<Token> separator) {
        List<Tokens> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < size(); i++) {
            if (depth == 0 && separator.test(get(i))) {
                parts.add(between(start, i));
                start = i + 1;
            }
            depth += step(get(i));
        }
        parts.add(from(start));
        return parts;
    }

    boolean any(Predicate<Token> wanted) {
        return list.stream().anyMatch(wanted);
    }

    /** One line in the normal form. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Token token : list) {
            text.append(text.isEmpty() ? "" : " ").append(token.text());
        }
        return text.toString();
    }
}
