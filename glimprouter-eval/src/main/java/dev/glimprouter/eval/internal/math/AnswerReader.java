package dev.glimprouter.eval.internal.math;

import static dev.glimprouter.eval.internal.math.Token.Kind.WORD;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what form an answer has: a list, an interval, a matrix, an equation and so on. */
final class AnswerReader {

    private static final int MOST_DEPTH = 20;
    private static final Answer ALL_REAL =
            new Answer.Bracketed(
                    false,
                    false,
                    List.of(
                            new Answer.Single(
                                    new Expression.Negative(Expression.Constant.INFINITY)),
                            new Answer.Single(Expression.Constant.INFINITY)));

    private AnswerReader() {}

    /** Reads a complete answer in its normal form. */
    static Answer read(Tokens tokens) {
        return read(tokens, 0);
    }

    private static Answer read(Tokens all, int depth) {
        Unreadable.unless(depth <= MOST_DEPTH, "has brackets too deep");
        Tokens tokens = Trim.outer(all);
        Unreadable.unless(!tokens.isEmpty(), "is empty");
        if (WordsReader.isWords(tokens)) {
            return WordsReader.read(tokens);
        }
        tokens = Trim.introduction(tokens);
        List<Tokens> parts =
                tokens.split(AnswerReader::isSeparator).stream()
                        .filter(part -> !part.isEmpty())
                        .toList();
        if (parts.size() > 1) {
            boolean joined = tokens.find(AnswerReader::isAnd).isPresent();
            return new Answer.Listed(members(parts, depth), false, joined);
        }
        Unreadable.unless(!parts.isEmpty(), "is empty");
        return item(parts.getFirst(), depth);
    }

    private static List<Answer> members(List<Tokens> parts, int depth) {
        List<Answer> members = new ArrayList<>();
        for (Tokens part : parts) {
            switch (item(Trim.outer(part), depth + 1)) {
                case Answer.Listed(var inner, boolean braces, boolean _) when !braces ->
                        members.addAll(inner);
                case Answer member -> members.add(member);
            }
        }
        return members;
    }

    private static Answer item(Tokens tokens, int depth) {
        Unreadable.unless(depth <= MOST_DEPTH, "has brackets too deep");
        Unreadable.unless(!tokens.isEmpty(), "has a gap");
        if (tokens.any(AnswerReader::isPlusMinus) && !isSet(tokens)) {
            return bothSigns(tokens, depth);
        }
        OptionalInt in = tokens.find(token -> token.is("∈"));
        if (in.isPresent()) {
            Unreadable.unless(in.getAsInt() == 1, "says of more than a letter what it is in");
            return item(tokens.from(2), depth + 1);
        }
        OptionalInt relation = tokens.find(AnswerReader::isRelation);
        if (relation.isPresent()) {
            return related(tokens, relation.getAsInt(), depth);
        }
        List<Tokens> parts = tokens.split(token -> token.is("∪"));
        if (parts.size() > 1) {
            return new Answer.Union(parts.stream().map(part -> item(part, depth + 1)).toList());
        }
        return whole(tokens, depth);
    }

    // The members of a set have both signs each for themselves.
    private static boolean isSet(Tokens tokens) {
        return tokens.isBracketed() && (tokens.first().is("\\{") || tokens.first().is("{"));
    }

    private static Answer whole(Tokens tokens, int depth) {
        if (BaseReader.isInBase(tokens)) {
            return BaseReader.read(tokens);
        }
        if (tokens.isBracketed() && tokens.first().kind() == Token.Kind.SIGN) {
            Optional<Answer> inside = inBrackets(tokens, depth);
            if (inside.isPresent()) {
                return inside.get();
            }
        }
        if (tokens.any(token -> token.kind() == Token.Kind.BEGIN)) {
            return MatrixReader.read(tokens);
        }
        if (tokens.size() == 1 && tokens.first().isCommand("emptyset")) {
            return new Answer.Listed(List.of(), true, false);
        }
        if (isReals(tokens)) {
            return ALL_REAL;
        }
        return new Answer.Single(ExpressionParser.parse(Trim.units(tokens)));
    }

    /** Empty where the brackets only hold an expression together. */
    private static Optional<Answer> inBrackets(Tokens tokens, int depth) {
        Tokens inside = tokens.between(1, tokens.size() - 1);
        boolean several = inside.find(AnswerReader::isComma).isPresent();
        boolean nested = inside.any(token -> token.kind() == Token.Kind.BEGIN);
        return switch (tokens.first().text()) {
            case "\\{" -> Optional.of(set(inside, depth));
            case "{" -> Optional.of(several ? set(inside, depth) : read(inside, depth + 1));
            case "(", "[", "⟨" -> {
                if (several) {
                    yield Optional.of(bracketed(tokens, inside, depth));
                }
                yield nested || isText(inside)
                        ? Optional.of(read(inside, depth + 1))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static boolean isText(Tokens tokens) {
        return tokens.list().stream().allMatch(token -> token.kind() == WORD);
    }

    private static boolean isReals(Tokens tokens) {
        return tokens.first().isCommand("mathbb")
                && tokens.text().replaceAll("[{} ]", "").equals("mathbbR");
    }

    private static Answer set(Tokens inside, int depth) {
        if (inside.isEmpty()) {
            return new Answer.Listed(List.of(), true, false);
        }
        boolean builder =
                inside.find(token -> token.is(":") || token.is("|")).isPresent()
                        && inside.find(AnswerReader::isRelation).isPresent();
        Unreadable.unless(!builder, "describes a set by a condition");
        return new Answer.Listed(members(inside.split(AnswerReader::isComma), depth), true, false);
    }

    private static Answer bracketed(Tokens tokens, Tokens inside, int depth) {
        List<Answer> members =
                inside.split(AnswerReader::isComma).stream()
                        .map(part -> item(Trim.outer(part), depth + 1))
                        .toList();
        boolean left = tokens.first().is("[");
        boolean right = tokens.last().is("]");
        Unreadable.unless(
                left == right || members.size() == 2, "has brackets that do not belong together");
        return new Answer.Bracketed(left, right, members);
    }

    private static Answer bothSigns(Tokens tokens, int depth) {
        List<Answer> members = new ArrayList<>();
        for (boolean upper : new boolean[] {true, false}) {
            List<Token> signs =
                    tokens.list().stream()
                            .map(
                                    token ->
                                            isPlusMinus(token)
                                                    ? Token.sign(token.is("±") == upper ? "+" : "-")
                                                    : token)
                            .toList();
            members.add(item(new Tokens(signs), depth + 1));
        }
        return new Answer.Listed(members, false, false);
    }

    private static Answer related(Tokens tokens, int first, int depth) {
        List<Tokens> sides = tokens.split(AnswerReader::isRelation);
        boolean named = tokens.get(first).is("=") && sides.size() == 2;
        if (named && Trim.isName(sides.getFirst())) {
            Answer value = item(Trim.outer(sides.getLast()), depth + 1);
            if (!(value instanceof Answer.Single(Expression expression))) {
                return value;
            }
            return new Answer.Chain(
                    List.of(Trim.name(sides.getFirst()), expression), List.of(Relation.EQUAL));
        }
        List<Relation> relations =
                tokens.list().stream()
                        .filter(AnswerReader::isRelation)
                        .map(token -> Relation.of(token).orElseThrow())
                        .toList();
        Unreadable.unless(relations.size() == sides.size() - 1, "relates inside of brackets");
        List<Expression> expressions = new ArrayList<>();
        for (Tokens side : sides) {
            expressions.add(
                    Trim.isName(side)
                            ? Trim.name(side)
                            : ExpressionParser.parse(Trim.units(Trim.outer(side))));
        }
        return new Answer.Chain(expressions, relations);
    }

    private static boolean isComma(Token token) {
        return token.is(",") || token.is(";");
    }

    private static boolean isAnd(Token token) {
        return token.kind() == WORD && token.text().equals("and");
    }

    private static boolean isSeparator(Token token) {
        boolean or = token.kind() == WORD && token.text().equals("or");
        return or
                || isComma(token)
                || isAnd(token)
                || token.isCommand("lor")
                || token.isCommand("vee");
    }

    private static boolean isRelation(Token token) {
        return Relation.of(token).isPresent();
    }

    private static boolean isPlusMinus(Token token) {
        return token.is("±") || token.is("∓");
    }
}
