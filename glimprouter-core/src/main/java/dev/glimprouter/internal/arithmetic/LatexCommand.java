package dev.glimprouter.internal.arithmetic;

import java.util.HashMap;
import java.util.Map;

/** What a LaTeX command means to us. */
enum LatexCommand {
    TIMES("times cdot ast"),
    OVER("div"),
    ABOUT("approx simeq"),
    PERCENT("%"),
    MONEY("$"),
    FRACTION("frac dfrac tfrac cfrac"),
    WORDS("text textbf textit textrm mathrm mathbf mbox"),
    ENVIRONMENT("begin end"),
    SPACE(", ; : ! quad qquad ( )"),
    NOTHING("left right big Big bigl bigr Bigl Bigr displaystyle boxed"),
    BREAK(
            "\\ [ ] neq ne leq geq le ge lt gt to rightarrow Rightarrow implies iff therefore because"
                    + " longrightarrow Longrightarrow newline"),
    UNKNOWN("");

    private static final Map<String, LatexCommand> BY_NAME = new HashMap<>();

    static {
        for (LatexCommand meaning : values()) {
            for (String name : WordList.of(meaning.names)) {
                BY_NAME.put(name, meaning);
            }
        }
        BY_NAME.put(" ", SPACE);
        BY_NAME.put("\n", BREAK);
    }

    private final String names;

    LatexCommand(String names) {
        this.names = names;
    }

    static LatexCommand of(String name) {
        return BY_NAME.getOrDefault(name, UNKNOWN);
    }
}
