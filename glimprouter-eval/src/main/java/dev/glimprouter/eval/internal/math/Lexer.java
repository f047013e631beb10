package dev.glimprouter.eval.internal.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings LaTeX, or what people and models write for it, into its normal form. Commands that only
 * lay out, signs of currencies and marks between thousands are gone afterwards.
 */
final class Lexer {

    /** More than any answer that a person would write down. */
    static final int MOST_CHARACTERS = 2_000;

    private static final Pattern DEGREE =
            Pattern.compile("\\^\\s*(?:\\{\\s*)?\\\\circ\\s*(?:\\})?");
    private static final Pattern ROW_GAP = Pattern.compile("\\[-?[\\d.]{1,9}(?:pt|em|ex|mm|cm)\\]");
    private static final String LETTERS_ONLY = "'";

    private final String text;
    private final boolean words;
    private final List<Token> tokens;
    private int at;
    private int brackets;
    private boolean spaced;

    private Lexer(String text, boolean words, List<Token> tokens) {
        this.text = text;
        this.words = words;
        this.tokens = tokens;
    }

    /** The normal form of a text. */
    static List<Token> read(String latex) {
        Unreadable.unless(
                latex.length() <= MOST_CHARACTERS,
                "has more than " + MOST_CHARACTERS + " characters");
        List<Token> tokens = new ArrayList<>();
        new Lexer(Spelling.plain(latex), false, tokens).readAll();
        return List.copyOf(tokens);
    }

    private void readAll() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                spaced = true;
            } else if (c == '\\') {
                readCommand();
            } else if (isDigit(c)
                    || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
                readNumber();
            } else if (Character.isLetter(c)) {
                readLetters();
            } else {
                readSign(c);
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void readNumber() {
        NumberReader number = NumberReader.at(text, at, brackets > 0);
        at = number.end();
        add(Token.Kind.NUMBER, number.digits());
    }

    private void readSign(char c) {
        var degree = DEGREE.matcher(text).region(at, text.length());
        if (degree.lookingAt()) {
            at = degree.end();
            add(Token.Kind.SIGN, "°");
            return;
        }
        at++;
        if (words && LETTERS_ONLY.indexOf(c) >= 0) {
            return;
        }
        String sign = String.valueOf(c);
        if (c == '<' || c == '>' || c == '!') {
            sign = withEquals(c);
        } else if (c == '*' && at < text.length() && text.charAt(at) == '*') {
            at++;
            sign = "^";
        }
        addSign(sign);
    }

    private String withEquals(char c) {
        if (at < text.length() && text.charAt(at) == '=') {
            at++;
            return c == '<' ? "≤" : c == '>' ? "≥" : "≠";
        }
        return String.valueOf(c);
    }

    private void addSign(String sign) {
        switch (sign) {
            case "(", "[", "\\{", "⟨" -> brackets++;
            case ")", "]", "\\}", "⟩" -> brackets--;
            default -> {}
        }
        add(Token.Kind.SIGN, sign);
    }

    private void readLetters() {
        int from = at;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || isInWord())) {
            at++;
        }
        String letters = text.substring(from, at);
        if (words) {
            addWord(letters);
        } else if (letters.equals("U") && isBetweenSets()) {
            add(Token.Kind.SIGN, "∪");
        } else if (letters.length() > 1) {
            readLetters(letters);
        } else {
            add(Token.Kind.LETTER, letters);
        }
    }

    // Hyphens join words.
    private boolean isInWord() {
        return words
                && text.charAt(at) == '-'
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
    }

    private boolean isBetweenSets() {
        String rest = text.substring(at).stripLeading();
        return !tokens.isEmpty()
                && (tokens.getLast().is(")") || tokens.getLast().is("]"))
                && (rest.startsWith("(") || rest.startsWith("[") || rest.startsWith("\\"));
    }

    private void readLetters(String letters) {
        boolean standsFree = spaced || tokens.isEmpty();
        if (Function.named(letters).isPresent()
                || letters.equals("sqrt")
                || letters.equals("pi")
                || letters.equals("infinity")) {
            add(
                    Token.Kind.COMMAND,
                    Spelling.command(letters.equals("infinity") ? "infty" : letters));
        } else if (letters.equals("inf") || letters.equals("oo")) {
            add(Token.Kind.COMMAND, "infty");
        } else if (Lexicon.isWord(letters, standsFree)) {
            addWord(letters);
        } else {
            letters.chars().forEach(c -> add(Token.Kind.LETTER, String.valueOf((char) c)));
        }
    }

    private void addWord(String letters) {
        String word = letters.toLowerCase(Locale.ROOT);
        boolean behindNumber = !tokens.isEmpty() && tokens.getLast().kind() == Token.Kind.NUMBER;
        String scale = Lexicon.scales().get(word);
        String sign = Lexicon.signs().get(word);
        if (behindNumber && scale != null) {
            tokens.add(Token.sign("*"));
            tokens.add(Token.number(scale));
        } else if (sign != null && !tokens.isEmpty()) {
            add(Token.Kind.SIGN, sign);
        } else {
            add(Token.Kind.WORD, words || word.length() > 1 ? word : letters);
        }
    }

    private void readCommand() {
        at++;
        int from = at;
        while (at < text.length() && isLatin(text.charAt(at))) {
            at++;
        }
        if (at == from && at < text.length()) {
            at++;
        }
        String name = text.substring(from, at);
        if (name.isEmpty()) {
            return;
        }
        command(Spelling.command(name));
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void command(String name) {
        String sign = Spelling.signs().get(name);
        if (sign != null) {
            skipRowGap(sign);
            addSign(sign);
        } else if (Spelling.isNothing(name)) {
            skipPointOfDelimiter(name);
            spaced |= !name.equals("!");
        } else if (Spelling.isDropped(name)) {
            argument();
        } else if (Spelling.isText(name)) {
            readText(name, argument());
        } else if (name.equals("begin") || name.equals("end")) {
            readEnvironment(name);
        } else if (Spelling.isGreek(name)) {
            add(Token.Kind.LETTER, name);
        } else {
            add(Token.Kind.COMMAND, name);
        }
    }

    private void skipRowGap(String sign) {
        if (sign.equals("\\\\")) {
            var gap = ROW_GAP.matcher(text).region(at, text.length());
            at = gap.lookingAt() ? gap.end() : at;
        }
    }

    private void skipPointOfDelimiter(String name) {
        boolean delimiter = name.equals("left") || name.equals("right");
        if (delimiter && at < text.length() && text.charAt(at) == '.') {
            at++;
        }
    }

    private void readEnvironment(String name) {
        String environment = argument().replace("*", "").strip();
        if (name.equals("begin")
                && environment.equals("array")
                && at < text.length()
                && text.charAt(at) == '{') {
            argument();
        }
        add(name.equals("begin") ? Token.Kind.BEGIN : Token.Kind.END, environment);
    }

    private void readText(String command, String inner) {
        String stripped = inner.strip();
        boolean roman = !command.startsWith("text") && !command.endsWith("box");
        spaced |= !stripped.equals(inner);
        if (roman && Function.named(stripped).isPresent()) {
            add(Token.Kind.COMMAND, stripped);
        } else if (roman && stripped.length() == 1) {
            new Lexer(stripped, false, tokens).readAll();
        } else {
            Lexer lexer = new Lexer(stripped, true, tokens);
            lexer.spaced = spaced;
            lexer.brackets = brackets;
            lexer.readAll();
            spaced = true;
        }
    }

    // What stands in braces, or the next character.
    private String argument() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at >= text.length()) {
            return "";
        }
        if (text.charAt(at) != '{') {
            return text.substring(at, ++at);
        }
        int close = Braces.closing(text, at);
        Unreadable.unless(close >= 0, "has an open brace");
        String inner = text.substring(at + 1, close);
        at = close + 1;
        return inner;
    }

    private void add(Token.Kind kind, String text) {
        tokens.add(new Token(kind, text, spaced));
        spaced = false;
    }
}
