package dev.glimprouter.eval.grade;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pairs of a right and a given answer that are made to take long. */
final class HardAnswers {

    /** A right answer and one that is given. */
    record Pair(String right, String given) {}

    private static final int MOST = 1990;

    private HardAnswers() {}

    static Map<String, Pair> all() {
        Map<String, Pair> all = new LinkedHashMap<>();
        numbers(all);
        functions(all);
        nesting(all);
        lists(all);
        texts(all);
        return all;
    }

    private static void numbers(Map<String, Pair> all) {
        all.put("tower of powers", pair("2003^{2002^{2001}}", "2003^{2002^{2000}}"));
        all.put("tower of nines", pair("1", "9^{9^{9^{9^{9}}}}"));
        all.put("small tower", pair("1", "1.0000001^{999999999}"));
        all.put("digits", pair("1", "9".repeat(MOST)));
        all.put(
                "digits over digits",
                pair(
                        "9".repeat(990) + "/7",
                        "\\frac{" + "9".repeat(990) + "}{" + "8".repeat(990) + "7}"));
        all.put(
                "sum of fractions",
                pair(
                        "1",
                        IntStream.range(101, 400)
                                .mapToObj(i -> "1/" + i)
                                .collect(Collectors.joining("+"))));
        all.put("product of large powers", pair("1", "99^{99}".repeat(250)));
        all.put("alternating powers", pair("1", repeat("9^{999}-9^{998}", "+")));
        all.put("factorials", pair("1", repeat("500!", "+")));
        all.put("binomials", pair("1", repeat("\\binom{1000}{500}", "+")));
        all.put("roots of large numbers", pair("1", repeat("\\sqrt[3]{10^{900}+1}", "+")));
        all.put("exact roots", pair("1", repeat("\\sqrt[7]{3^{777}}", "+")));
        all.put("tiny", pair("0", "10^{-99999}"));
        all.put("tiny and huge", pair("0", repeat("10^{-90000}", "+10^{90000}+")));
        all.put("square of large roots", pair("1", repeat("\\sqrt{2}^{99999}", "+")));
        all.put("powers of ten", pair("1", repeat("1e999", "+")));
    }

    private static void functions(Map<String, Pair> all) {
        all.put("sines", pair("1", repeat("\\sin 1", "+")));
        all.put("sines of x", pair("x", repeat("\\sin x", "+")));
        all.put("sines of sines", pair("x", "\\sin ".repeat(30) + "x"));
        all.put("logarithms", pair("1", repeat("\\log_3 7", "+")));
        all.put("arctangents", pair("1", repeat("\\arctan 7", "+")));
        all.put("powers of roots", pair("1", repeat("2^{\\sqrt2}", "+")));
        all.put("powers of x", pair("x", repeat("x^{999}", "+")));
        all.put("polynomial in eight letters", pair("a", "(a+b+c+d+f+g+h+j)^{99}".repeat(80)));
        all.put("complex powers", pair("1", repeat("(1+2i)^{300}", "+")));
        all.put("i to the i", pair("1", "i^{".repeat(40) + "i" + "}".repeat(40)));
        all.put("floors", pair("1", repeat("\\lfloor \\pi \\rfloor", "+")));
    }

    private static void nesting(Map<String, Pair> all) {
        all.put("parentheses", pair("1", "(".repeat(990) + "1" + ")".repeat(990)));
        all.put("open parentheses", pair("1", "(".repeat(MOST)));
        all.put("braces", pair("1", "{".repeat(990) + "1" + "}".repeat(990)));
        all.put("sets", pair("1", "\\{".repeat(490) + "1" + "\\}".repeat(490)));
        all.put("fractions", pair("1", "\\frac1{".repeat(240) + "2" + "}".repeat(240)));
        all.put("continued fraction", pair("1", "1+\\frac1{".repeat(19) + "x" + "}".repeat(19)));
        all.put("roots", pair("1", "\\sqrt{".repeat(240) + "2" + "}".repeat(240)));
        all.put("root signs", pair("1", "\\sqrt".repeat(390) + "2"));
        all.put("carets", pair("1", "2" + "^2".repeat(900)));
        all.put("bars", pair("1", "|".repeat(MOST)));
        all.put("minus signs", pair("1", "-".repeat(MOST) + "1"));
        all.put("factorial signs", pair("1", "3" + "!".repeat(1900)));
        all.put("texts", pair("1", "\\text{".repeat(280) + "a" + "}".repeat(280)));
        all.put("both signs", pair("1", repeat("\\pm 1", "")));
        all.put("unions in unions", pair("(0,1)", "(0,1) \\cup ".repeat(150) + "(0,1)"));
    }

    private static void lists(Map<String, Pair> all) {
        String upwards =
                IntStream.range(0, 500).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String downwards =
                IntStream.range(0, 500)
                        .mapToObj(i -> String.valueOf(499 - i))
                        .collect(Collectors.joining(", "));
        all.put("long lists", pair(upwards.substring(0, 1900), downwards.substring(0, 1900)));
        all.put("lists of letters", pair(repeat("x", ","), repeat("y", ",")));
        all.put("lists of roots", pair(repeat("\\sqrt2", ","), repeat("\\sqrt3", ",")));
        all.put("chain", pair("1", repeat("x", "<")));
        all.put(
                "equation",
                pair(
                        repeat("x^9", "+").substring(0, 900) + "1=0",
                        repeat("x^9", "+").substring(0, 900) + "2=0"));
        all.put(
                "matrix",
                pair(
                        "\\begin{pmatrix}1\\end{pmatrix}",
                        "\\begin{pmatrix}"
                                + repeat("1", "&").substring(0, 1900)
                                + "\\end{pmatrix}"));
        all.put(
                "matrix of sines",
                pair(
                        "\\begin{pmatrix}" + "\\sin 1&".repeat(99) + "1\\end{pmatrix}",
                        "\\begin{pmatrix}" + "\\sin 1&".repeat(99) + "2\\end{pmatrix}"));
    }

    private static void texts(Map<String, Pair> all) {
        all.put("commas", pair("1", ",".repeat(MOST)));
        all.put("words", pair("1", "\\text{" + "or ".repeat(600) + "}"));
        all.put("thousands", pair("1", "1" + ",000".repeat(490)));
        all.put("thousands, almost", pair("1", "1" + ",000".repeat(480) + "0"));
        all.put("thin spaces", pair("1", "1" + "\\,000".repeat(330) + "0"));
        all.put("spaces", pair("1", " ".repeat(1900) + "2"));
        all.put("carets and spaces", pair("1", "^ ".repeat(990)));
        all.put("backslashes", pair("1", "\\".repeat(MOST)));
        all.put("unions of nothing", pair("1", ")U".repeat(990)));
        all.put("units", pair("1", "1" + " cm".repeat(600)));
        all.put("a million characters", pair("1", "x+".repeat(500_000)));
        all.put("a million boxes", pair("1", "\\boxed{".repeat(140_000)));
        all.put("a million spaces", pair("1", "the answer is" + " ".repeat(1_000_000)));
    }

    private static String repeat(String part, String joint) {
        StringBuilder text = new StringBuilder(part);
        while (text.length() + part.length() + joint.length() <= MOST) {
            text.append(joint).append(part);
        }
        return text.toString();
    }

    private static Pair pair(String right, String given) {
        return new Pair(right, given);
    }
}
