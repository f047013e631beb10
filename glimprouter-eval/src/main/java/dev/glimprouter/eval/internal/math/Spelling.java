package dev.glimprouter.eval.internal.math;

import java.util.Map;
import java.util.Set;

/** What commands of LaTeX stand for. */
final class Spelling {

    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("cdot", "*"),
                    Map.entry("times", "*"),
                    Map.entry("ast", "*"),
                    Map.entry("div", "/"),
                    Map.entry("slash", "/"),
                    Map.entry("le", "≤"),
                    Map.entry("leq", "≤"),
                    Map.entry("leqslant", "≤"),
                    Map.entry("lt", "<"),
                    Map.entry("ge", "≥"),
                    Map.entry("geq", "≥"),
                    Map.entry("geqslant", "≥"),
                    Map.entry("gt", ">"),
                    Map.entry("ne", "≠"),
                    Map.entry("neq", "≠"),
                    Map.entry("approx", "≈"),
                    Map.entry("simeq", "≈"),
                    Map.entry("sim", "≈"),
                    Map.entry("pm", "±"),
                    Map.entry("mp", "∓"),
                    Map.entry("cup", "∪"),
                    Map.entry("cap", "∩"),
                    Map.entry("in", "∈"),
                    Map.entry("langle", "⟨"),
                    Map.entry("rangle", "⟩"),
                    Map.entry("lfloor", "⌊"),
                    Map.entry("rfloor", "⌋"),
                    Map.entry("lceil", "⌈"),
                    Map.entry("rceil", "⌉"),
                    Map.entry("vert", "|"),
                    Map.entry("lvert", "|"),
                    Map.entry("rvert", "|"),
                    Map.entry("mid", "|"),
                    Map.entry("colon", ":"),
                    Map.entry("lbrace", "\\{"),
                    Map.entry("rbrace", "\\}"),
                    Map.entry("{", "\\{"),
                    Map.entry("}", "\\}"),
                    Map.entry("lbrack", "["),
                    Map.entry("rbrack", "]"),
                    Map.entry("degree", "°"),
                    Map.entry("circ", "°"),
                    Map.entry("%", "%"),
                    Map.entry("&", "&"),
                    Map.entry("cr", "\\\\"),
                    Map.entry("\\", "\\\\"),
                    Map.entry("prime", "'"));

    private static final Map<String, String> COMMANDS =
            Map.of(
                    "dfrac", "frac",
                    "tfrac", "frac",
                    "cfrac", "frac",
                    "dbinom", "binom",
                    "tbinom", "binom",
                    "varnothing", "emptyset",
                    "infinity", "infty",
                    "bar", "overline");

    private static final Set<String> NOTHING =
            Set.of(
                    "left",
                    "right",
                    "big",
                    "Big",
                    "bigg",
                    "Bigg",
                    "bigl",
                    "bigr",
                    "Bigl",
                    "Bigr",
                    "biggl",
                    "biggr",
                    "middle",
                    "displaystyle",
                    "textstyle",
                    "scriptstyle",
                    "limits",
                    "boxed",
                    "fbox",
                    "ensuremath",
                    "mathstrut",
                    "quad",
                    "qquad",
                    "hfill",
                    "thinspace",
                    "$",
                    "!",
                    ",",
                    ";",
                    ":",
                    " ",
                    ">",
                    "(",
                    ")",
                    "[",
                    "]",
                    "\n",
                    "\t",
                    "pounds",
                    "euro",
                    "rm",
                    "bf",
                    "it");

    private static final Set<String> DROPPED =
            Set.of("hspace", "vspace", "phantom", "hphantom", "vphantom", "color", "label");

    private static final Set<String> TEXT =
            Set.of(
                    "text",
                    "textbf",
                    "textit",
                    "textrm",
                    "textnormal",
                    "textup",
                    "textsf",
                    "mbox",
                    "hbox",
                    "mathrm",
                    "mathbf",
                    "mathit",
                    "mathsf",
                    "operatorname",
                    "boldsymbol");

    private static final Set<String> GREEK =
            Set.of(
                    "alpha",
                    "beta",
                    "gamma",
                    "delta",
                    "epsilon",
                    "varepsilon",
                    "zeta",
                    "eta",
                    "theta",
                    "vartheta",
                    "iota",
                    "kappa",
                    "lambda",
                    "mu",
                    "nu",
                    "xi",
                    "rho",
                    "sigma",
                    "tau",
                    "upsilon",
                    "phi",
                    "varphi",
                    "chi",
                    "psi",
                    "omega",
                    "Gamma",
                    "Delta",
                    "Theta",
                    "Lambda",
                    "Xi",
                    "Sigma",
                    "Phi",
                    "Psi",
                    "Omega",
                    "ell");

    private Spelling() {}

    /** The sign for which a command stands, or itself under its one name. */
    static String command(String name) {
        return COMMANDS.getOrDefault(name, name);
    }

    static Map<String, String> signs() {
        return SIGNS;
    }

    /** Whether a command changes only how things look. */
    static boolean isNothing(String command) {
        return NOTHING.contains(command);
    }

    /** Whether a command and its argument change only how things look. */
    static boolean isDropped(String command) {
        return DROPPED.contains(command);
    }

    /** Whether the argument of a command is text. */
    static boolean isText(String command) {
        return TEXT.contains(command);
    }

    static boolean isGreek(String command) {
        return GREEK.contains(command);
    }
}
