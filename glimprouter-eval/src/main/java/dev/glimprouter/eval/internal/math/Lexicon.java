package dev.glimprouter.eval.internal.math;

import java.util.Map;
import java.util.Set;

/** The words that mean something in a formula. */
final class Lexicon {

    private static final Map<String, String> SCALES =
            Map.of(
                    "hundred", "100",
                    "thousand", "1000",
                    "million", "1000000",
                    "billion", "1000000000",
                    "trillion", "1000000000000",
                    "dozen", "12");

    private static final Map<String, String> SIGNS =
            Map.of(
                    "percent", "%",
                    "percentage", "%",
                    "pct", "%",
                    "degree", "°",
                    "degrees", "°",
                    "deg", "°");

    private static final Set<String> SHORT =
            Set.of(
                    "cm", "mm", "km", "dm", "ft", "in", "mi", "yd", "kg", "mg", "lb", "lbs", "oz",
                    "hr", "hrs", "min", "mins", "sec", "secs", "mph", "kph", "ml", "mL", "sq", "cu",
                    "yes", "no", "dne", "odd", "and", "or", "if", "is", "usd", "rs", "pm", "am",
                    "day", "men", "per", "all", "one", "two", "six", "ten", "not");

    private static final Set<String> CONDITIONS =
            Set.of(
                    "if",
                    "when",
                    "where",
                    "for",
                    "unless",
                    "not",
                    "less",
                    "more",
                    "than",
                    "least",
                    "most",
                    "except",
                    "otherwise",
                    "is",
                    "are",
                    "with",
                    "without",
                    "times");

    private static final Set<String> NUMBERS =
            Set.of(
                    "zero",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen",
                    "twenty",
                    "thirty",
                    "forty",
                    "fifty",
                    "sixty",
                    "seventy",
                    "eighty",
                    "ninety",
                    "hundred",
                    "thousand",
                    "million",
                    "half",
                    "third",
                    "thirds",
                    "quarter",
                    "quarters",
                    "fourth",
                    "fifth",
                    "sixth",
                    "eighth",
                    "tenth",
                    "infinity",
                    "infinite",
                    "infinitely",
                    "twice",
                    "once",
                    "double",
                    "pi",
                    "minus",
                    "plus",
                    "squared",
                    "cubed",
                    "root",
                    "over",
                    "all",
                    "real",
                    "reals",
                    "every",
                    "any",
                    "equal",
                    "equals",
                    "divided",
                    "dozen");

    private static final Set<String> NOTHING = Set.of("empty", "none", "nothing", "no");

    private Lexicon() {}

    /** The factor that a word such as "million" puts behind a number. */
    static Map<String, String> scales() {
        return SCALES;
    }

    /** The sign for which a word stands. */
    static Map<String, String> signs() {
        return SIGNS;
    }

    /** Whether letters outside of any text command are a word, and not a product. */
    static boolean isWord(String letters, boolean standsFree) {
        return SHORT.contains(letters)
                || SIGNS.containsKey(letters)
                || SCALES.containsKey(letters)
                || (letters.length() >= 4 && standsFree);
    }

    /** Whether a word behind a value says when or how far it holds, so that it is no unit. */
    static boolean isCondition(String word) {
        return CONDITIONS.contains(word);
    }

    /** Whether a word can tell that there is nothing: zero or the empty set. */
    static boolean isNothing(String word) {
        return NOTHING.contains(word);
    }

    /** Whether a word can tell a number or a set of numbers. */
    static boolean isNumber(String word) {
        return NUMBERS.contains(word);
    }
}
