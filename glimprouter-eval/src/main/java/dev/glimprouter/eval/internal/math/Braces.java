package dev.glimprouter.eval.internal.math;

/** Finds the brace that closes another; escaped braces are text. */
final class Braces {

    private Braces() {}

    /** The place of the brace that closes the one at a place, or -1. */
    static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> {
                    depth--;
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }
}
