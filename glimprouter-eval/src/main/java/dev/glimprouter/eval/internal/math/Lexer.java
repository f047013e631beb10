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

    private final LatexText text;
    private final boolean words;
    private final List<Token> tokens;
    private int brackets;
    private boolean spaced;

    private Lexer(String text, boolean words, List<Token> tokens) {
        this.text = new LatexText(text);
        this.words = words;
        this.tokens = tokens;
    }

    /** The normal form of a text. */
    static List<Token> read(String latex) {
        Unreadable.unless(
                latex.length() <= MOST_CHARACTERS,
                "has more than " + MOST_CHARACTERS + " characters");
        List<Token> tokens = new ArrayList<>();
        new Lexer(UnicodeSigns.inLatex(latex), false, tokens).readAll();
        return List.copyOf(tokens);
    }

    private void readAll() {
        while (!text.isAtEnd()) {
            if (!text.takeWhile(Character::isWhitespace).isEmpty()) {
                spaced = true;
            } else if (text.take('\\')) {
                readCommand();
            } else if (text.isAtNumber()) {
                add(Token.Kind.NUMBER, text.takeNumber(brackets > 0));
            } else if (Character.isLetter(text.here())) {
                readLetters();
            } else {
                readSign();
            }
        }
    }

    private void readSign() {
        if (text.take(DEGREE)) {
            add(Token.Kind.SIGN, "°");
            return;
        }
        char c = text.take();
        if (words && LETTERS_ONLY.indexOf(c) >= 0) {
            return;
        }
        addSign(
                switch (c) {
                    case '<' -> text.take('=') ? "≤" : "<";
                    case '>' -> text.take('=') ? "≥" : ">";
                    case '!' -> text.take('=') ? "≠" : "!";
                    case '*' -> text.take('*') ? "^" : "*";
                    default -> String.valueOf(c);
                });
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
        String letters = text.takeWhile(c -> Character.isLetter(c) || isJoining(c));
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
    private boolean isJoining(int c) {
        return words && c == '-' && text.isNext(Character::isLetter);
    }

    private boolean isBetweenSets() {
        String rest = text.rest().stripLeading();
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
        String name = text.takeWhile(Lexer::isLatin);
        if (!name.isEmpty()) {
            command(Spelling.command(name));
        } else if (!text.isAtEnd()) {
            command(Spelling.command(String.valueOf(text.take())));
        }
    }

    private static boolean isLatin(int c) {
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
            text.takeArgument();
        } else if (Spelling.isText(name)) {
            readText(name, text.takeArgument());
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
            text.take(ROW_GAP);
        }
    }

    private void skipPointOfDelimiter(String name) {
        if (name.equals("left") || name.equals("right")) {
            text.take('.');
        }
    }

    private void readEnvironment(String name) {
        boolean begins = name.equals("begin");
        String environment = text.takeArgument().replace("*", "").strip();
        if (begins && environment.equals("array") && text.isHere('{')) {
            text.takeArgument();
        }
        add(begins ? Token.Kind.BEGIN : Token.Kind.END, environment);
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

    private void add(Token.Kind kind, String text) {
        tokens.add(new Token(kind, text, spaced));
        spaced = false;
    }
}
