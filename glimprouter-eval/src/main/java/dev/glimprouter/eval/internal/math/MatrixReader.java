package dev.glimprouter.eval.internal.math;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads matrices, with a factor in front if there is one. */
final class MatrixReader {

    private static final Set<String> ENVIRONMENTS =
            Set.of(
                    "pmatrix",
                    "bmatrix",
                    "Bmatrix",
                    "matrix",
                    "smallmatrix",
                    "psmallmatrix",
                    "array");
    private static final int MOST_ENTRIES = 100;

    private MatrixReader() {}

    static Answer.Matrix read(Tokens tokens) {
        OptionalInt begin = tokens.find(token -> token.kind() == Token.Kind.BEGIN);
        Unreadable.unless(begin.isPresent(), "has a matrix inside of something");
        Tokens environment = tokens.from(begin.getAsInt());
        Unreadable.unless(environment.isBracketed(), "computes with matrices");
        Unreadable.unless(
                ENVIRONMENTS.contains(environment.first().text()),
                "has the environment " + environment.first().text());
        List<List<Expression>> rows = rows(environment.between(1, environment.size() - 1));
        checkShape(rows);
        Tokens front = tokens.between(0, begin.getAsInt());
        return new Answer.Matrix(front.isEmpty() ? rows : scaled(factor(front), rows));
    }

    private static List<List<Expression>> rows(Tokens inside) {
        List<List<Expression>> rows = new ArrayList<>();
        for (Tokens row : inside.split(token -> token.is("\\\\"))) {
            if (!row.isEmpty()) {
                rows.add(
                        row.split(token -> token.is("&")).stream()
                                .map(Trim::outer)
                                .map(ExpressionParser::parse)
                                .toList());
            }
        }
        return rows;
    }

    private static void checkShape(List<List<Expression>> rows) {
        Unreadable.unless(!rows.isEmpty(), "has an empty matrix");
        int columns = rows.getFirst().size();
        Unreadable.unless(
                rows.stream().allMatch(row -> row.size() == columns),
                "has a matrix with rows of different lengths");
        Unreadable.unless(rows.size() * columns <= MOST_ENTRIES, "has a matrix that is too large");
    }

    private static Expression factor(Tokens front) {
        boolean sign = front.size() == 1 && front.first().is("-");
        Tokens value = front.last().is("*") ? front.between(0, front.size() - 1) : front;
        return sign ? Expression.whole(-1) : ExpressionParser.parse(value);
    }

    private static List<List<Expression>> scaled(Expression factor, List<List<Expression>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(entry -> times(factor, entry)).toList())
                .toList();
    }

    private static Expression times(Expression factor, Expression entry) {
        return new Expression.Operation(Expression.Operator.TIMES, factor, entry);
    }
}
