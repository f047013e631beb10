package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads the longest formula that begins at a lexeme.
 *
 * <pre>
 * sum      = product { ("+" | "-") product }
 * product  = factor { ("*" | "/" | "of" | nothing before a parenthesis) factor }
 * factor   = [ "-" ] operand [ "^" exponent ] [ "%" ] [ unit ]
 * operand  = number [ number "/" number ] | "(" sum ")" | \frac "{" sum "}" "{" sum "}"
 * unit     = words, "/" word
 * </pre>
 *
 * What has two readings is {@link Unreadable}, such as 6/2(1+2), -2^2, 40 + 10% or 1/2 of 10 + 4.
 */
final class FormulaParser {

    private static final int DEEPEST = 32;
    private static final int MOST_UNIT_WORDS = 6;

    private final List<Lexeme> lexemes;
    private final boolean leftSide;
    private final Fuel fuel;
    private final List<String> words = new ArrayList<>();
    private final List<String> divisors = new ArrayList<>();
    private boolean hasSum;
    private int next;
    private int depth;
    private boolean negate;

    /**
     * @param leftSide whether it ends before an equality sign
     * @param negate whether the first number is to be taken negative
     */
    FormulaParser(List<Lexeme> lexemes, int start, boolean leftSide, boolean negate, Fuel fuel) {
        this.leftSide = leftSide;
        this.lexemes = lexemes;
        this.next = start;
        this.negate = negate;
        this.fuel = fuel;
    }

    /** Where the formula ended, after {@link #sum}. */
    int end() {
        return next;
    }

    /** Words that followed numbers. */
    List<String> words() {
        return words;
    }

    /** Words that followed a slash. */
    List<String> divisors() {
        return divisors;
    }

    boolean hasSum() {
        return hasSum;
    }

    /** Whether a unit says that its number counts several times. */
    boolean hasEach() {
        return words.stream().anyMatch(Vocabulary::isEach);
    }

    Formula sum() {
        depth++;
        Unreadable.unless(depth <= DEEPEST, "too deep");
        boolean[] share = new boolean[1];
        Formula sum = product(share);
        while (isNext(Kind.PLUS) || isNext(Kind.MINUS)) {
            Unreadable.unless(!share[0], "a part of a sum");
            Operator operator = isNext(Kind.PLUS) ? Operator.PLUS : Operator.MINUS;
            take();
            Formula right = product(share);
            Unreadable.unless(
                    Formula.isPercentage(sum) == Formula.isPercentage(right),
                    "per cent of what stands before");
            hasSum = true;
            sum = new Formula.Operation(operator, sum, right);
        }
        depth--;
        return sum;
    }

    /** Notes whether an "of" joined it. */
    private Formula product(boolean[] share) {
        Formula product = factor();
        boolean divided = false;
        while (true) {
            if (isNext(Kind.TIMES) || isNext(Kind.OVER)) {
                Operator operator = isNext(Kind.TIMES) ? Operator.TIMES : Operator.OVER;
                divided |= operator == Operator.OVER;
                take();
                Unreadable.unless(!divided || !isTightFraction(), "a division by a fraction");
                product = new Formula.Operation(operator, product, factor());
            } else if (isPart(product) && isOf()) {
                Unreadable.unless(leftSide, "a part of what may follow");
                take();
                share[0] = true;
                product = new Formula.Operation(Operator.TIMES, product, factor());
            } else if (isImplicit()) {
                Unreadable.unless(!divided, "an implicit product behind a division");
                product = new Formula.Operation(Operator.TIMES, product, factor());
            } else {
                return product;
            }
        }
    }

    /** 6 / 1/2. */
    private boolean isTightFraction() {
        return peek().spaced()
                && isNext(Kind.NUMBER)
                && at(next + 1).is(Kind.OVER)
                && !at(next + 1).spaced()
                && at(next + 2).is(Kind.NUMBER);
    }

    /** A percentage, a fraction, a number below one. */
    private static boolean isPart(Formula formula) {
        return switch (formula) {
            case Formula.Number number -> number.value().compareTo(Rational.ONE) < 0;
            case Formula.Percentage _ -> true;
            case Formula.Negative _ -> false;
            case Formula.Operation operation -> operation.operator() == Operator.OVER;
        };
    }

    private boolean isOf() {
        return peek().isWord("of") && at(next + 1).kind().beginsOperand();
    }

    private boolean isImplicit() {
        return isNext(Kind.OPEN)
                && !peek().spaced()
                && next > 0
                && at(next - 1).kind().endsOperand();
    }

    private Formula factor() {
        if (isNext(Kind.PLUS)) {
            take();
        }
        boolean negative = negate || isNext(Kind.MINUS);
        if (isNext(Kind.MINUS)) {
            take();
        }
        negate = false;
        Formula factor = operand();
        if (isNext(Kind.POWER)) {
            Unreadable.unless(!negative, "a power of a negative number");
            take();
            factor = new Formula.Operation(Operator.POWER, factor, exponent());
        }
        if (isNext(Kind.PERCENT)) {
            take();
            factor = new Formula.Percentage(factor);
        }
        unit();
        return negative ? new Formula.Negative(factor) : factor;
    }

    private Formula exponent() {
        boolean negative = isNext(Kind.MINUS);
        if (negative) {
            take();
        }
        Formula exponent = operand();
        Unreadable.unless(!isNext(Kind.POWER), "a power of a power");
        return negative ? new Formula.Negative(exponent) : exponent;
    }

    private Formula operand() {
        return switch (peek().kind()) {
            case NUMBER -> isMixed() ? mixed() : number();
            case OPEN -> group();
            case FRACTION -> {
                take();
                Formula above = group();
                Unreadable.unless(isNext(Kind.OPEN), "half a fraction");
                yield new Formula.Operation(Operator.OVER, above, group());
            }
            default -> throw new Unreadable("no operand");
        };
    }

    private Formula group() {
        Unreadable.unless(isNext(Kind.OPEN), "no parenthesis");
        take();
        Formula group = sum();
        Unreadable.unless(isNext(Kind.CLOSE), "an open parenthesis");
        take();
        return group;
    }

    private Formula.Number number() {
        return Objects.requireNonNull(take().number());
    }

    /** 2 1/2. */
    private boolean isMixed() {
        return isWhole(next)
                && isWhole(next + 1)
                && at(next + 1).spaced()
                && at(next + 2).is(Kind.OVER)
                && !at(next + 2).spaced()
                && isWhole(next + 3)
                && !at(next + 3).spaced();
    }

    private boolean isWhole(int index) {
        Formula.Number number = at(index).number();
        return number != null && number.decimals() == 0 && number.value().isWhole();
    }

    private Formula mixed() {
        Formula.Number whole = number();
        Formula.Number above = number();
        take();
        Rational fraction = above.value().over(number().value());
        Unreadable.unless(fraction.compareTo(Rational.ONE) < 0, "two numbers in a row");
        return new Formula.Number(whole.value().plus(fraction), 0, whole.money());
    }

    /** The name of what is counted: sheets of paper, miles/hour. */
    private void unit() {
        int before = words.size();
        while (words.size() - before < MOST_UNIT_WORDS) {
            if (peek().is(Kind.WORD) && !Vocabulary.endsUnit(peek().text()) && !isOf()) {
                words.add(take().text());
                power();
            } else if (isPer()) {
                take();
                divisors.add(take().text());
            } else {
                break;
            }
        }
    }

    private void power() {
        if (isNext(Kind.POWER) && at(next + 1).is(Kind.NUMBER)) {
            take();
            take();
        }
    }

    private boolean isPer() {
        return isNext(Kind.OVER)
                && at(next + 1).is(Kind.WORD)
                && !at(next + 1).spaced()
                && !peek().spaced();
    }

    private boolean isNext(Kind kind) {
        return peek().is(kind);
    }

    private Lexeme peek() {
        return at(next);
    }

    private Lexeme at(int index) {
        return Lexemes.at(lexemes, index);
    }

    private Lexeme take() {
        fuel.burn();
        Lexeme taken = peek();
        next++;
        return taken;
    }
}
