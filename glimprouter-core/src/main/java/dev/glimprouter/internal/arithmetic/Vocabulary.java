package dev.glimprouter.internal.arithmetic;

import java.util.Set;

/** English words that change what numbers beside them mean. */
final class Vocabulary {

    /** Words that end the name of what is counted. */
    private static final Set<String> ENDS_UNIT =
            words(
                    "the an a his her their my our your its this that these those he she it they we"
                            + " i you who which what whose how is are was were be been being has have had"
                            + " will would can could should must do does did gets get got makes make"
                            + " so then because since if when while where as equals equal and or but nor"
                            + " plus minus times less more fewer than from by to until twice half double"
                            + " triple not no only just let thus hence therefore means mean remainder"
                            + " squared cubed factorial mod modulo am pm o'clock each-other divided"
                            + " multiplied increased decreased reduced");

    /** Numbers as words, and words that multiply the number before them. */
    private static final Set<String> SCALES =
            words(
                    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                            + " fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty"
                            + " sixty seventy eighty ninety hundred hundreds thousand thousands million"
                            + " millions billion billions trillion dozen dozens score gross pair pairs"
                            + " couple couples half halves third thirds fourth fourths quarter fifth"
                            + " fifths sixth sixths seventh eighth eighths ninth tenth tenths hundredths"
                            + " squared cubed factorial mod modulo remainder am pm o'clock point");

    /** Words behind which an expression is not the whole of what is meant. */
    private static final Set<String> OPENS =
            words(
                    "twice thrice half double triple quadruple plus minus times than sqrt sin cos tan"
                            + " log ln exp lim max min gcd lcm abs floor ceil root negative mod modulo"
                            + " over dividing squared cubed step steps");

    private static final Set<String> CONDITIONS = words("if whether unless suppose assume say");

    /** Nouns behind which a number is a name. */
    private static final Set<String> LABELS =
            words(
                    "step day week month year chapter part question problem equation case phase page"
                            + " number no round level option method line stage grade room lot table figure"
                            + " section item example exercise task team group box line year hour version"
                            + " quarter scenario attempt test eq formula player student route bus train");

    /** Words behind which "of" multiplies or averages. */
    private static final Set<String> PARTS =
            words(
                    "half halves third thirds fourth fourths quarter quarters fifth fifths sixth sixths"
                            + " seventh sevenths eighth eighths ninth ninths tenth tenths hundredth"
                            + " percent percentage fraction average mean median product square cube root"
                            + " remainder ratio inverse reciprocal negative multiple double twice power"
                            + " logarithm out");

    /** Words that join the number behind them to one before. */
    private static final Set<String> JOINS = words("to by from of with in as choose");

    private static final Set<String> DETERMINERS =
            words("the a an his her their its these those this that all my our your");

    /** Words that make a claim no claim, or one about other numbers than whole ones in base ten. */
    private static final Set<String> DOUBTS =
            words(
                    "not isn't isn’t doesn't doesn’t don't don’t can't can’t cannot wrong incorrect"
                            + " incorrectly false mistake mistaken mistakenly error suppose supposing"
                            + " assume assuming impossible contradiction contradicts instead mod modulo"
                            + " modulus remainder clock o'clock base binary hexadecimal octal guess");

    private static final Set<String> CORRECTIONS =
            words(
                    "wait oops mistake mistaken wrong incorrect correction sorry actually recheck"
                            + " re-check error");

    private static final Set<String> APPROXIMATIONS =
            words(
                    "about approximately approx around roughly nearly almost rounded rounds round"
                            + " rounding estimate estimated estimates closest nearest ≈ truncated"
                            + " approximate");

    private static final Set<String> EACH = words("each every apiece per");

    private Vocabulary() {}

    private static Set<String> words(String words) {
        return Set.copyOf(WordList.of(words));
    }

    static boolean endsUnit(String word) {
        return ENDS_UNIT.contains(word)
                || SCALES.contains(word)
                || word.endsWith("'s")
                || word.endsWith("’s");
    }

    static boolean isScale(String word) {
        return SCALES.contains(word);
    }

    static boolean opens(String word) {
        return OPENS.contains(word);
    }

    static boolean joins(String word) {
        return JOINS.contains(word);
    }

    static boolean isCondition(String word) {
        return CONDITIONS.contains(word);
    }

    static boolean isLabel(String word) {
        return LABELS.contains(word);
    }

    static boolean isPart(String word) {
        return PARTS.contains(word);
    }

    static boolean isDeterminer(String word) {
        return DETERMINERS.contains(word) || word.endsWith("'s") || word.endsWith("’s");
    }

    static boolean doubts(String word) {
        return DOUBTS.contains(word);
    }

    static boolean corrects(String word) {
        return CORRECTIONS.contains(word);
    }

    static boolean approximates(String word) {
        return APPROXIMATIONS.contains(word);
    }

    static boolean isEach(String word) {
        return EACH.contains(word);
    }
}
