package dev.glimprouter.template.internal.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses the expressions of one tag, with Jinja2's precedence. */
final class ExpressionParser {
    private static final int MAX_NESTING = 50;
    private static final Map<String, Expr.Relation> RELATIONS =
            Map.of(
                    "==", Expr.Relation.EQUAL,
                    "!=", Expr.Relation.NOT_EQUAL,
                    "<", Expr.Relation.LESS,
                    "<=", Expr.Relation.LESS_OR_EQUAL,
                    ">", Expr.Relation.GREATER,
                    ">=", Expr.Relation.GREATER_OR_EQUAL);
    private static final Map<String, Expr.Operator> PRODUCTS =
            Map.of(
                    "*", Expr.Operator.MULTIPLY,
                    "/", Expr.Operator.DIVIDE,
                    "//", Expr.Operator.FLOOR_DIVIDE,
                    "%", Expr.Operator.MODULO);
    private static final Set<String> ENDS_TEST = Set.of("else", "or", "and", "if", "in", "not");

    private final TokenCursor cursor;
    private int nesting;

    ExpressionParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** A whole expression, inline conditions included. */
    Expr expression() {
        if (++nesting > MAX_NESTING) {
            throw new JinjaException("an expression is nested too deeply", cursor.current().line());
        }
        Expr result = or();
        while (cursor.skipName("if")) {
            Expr test = or();
            Expr otherwise = cursor.skipName("else") ? expression() : null;
            result = new Expr.Conditional(test, result, otherwise);
        }
        nesting--;
        return result;
    }

    /** An expression, or a tuple of several without parentheses. */
    Expr tuple() {
        return rest(expression());
    }

    /** What a for statement iterates over: no inline condition, its {@code if} is a filter. */
    Expr iterable() {
        return rest(or());
    }

    private Expr rest(Expr first) {
        if (!cursor.isOperator(",")) {
            return first;
        }
        List<Expr> items = new ArrayList<>(List.of(first));
        while (cursor.skipOperator(",") && !cursor.atEnd() && !cursor.isOperator(")")) {
            items.add(expression());
        }
        return new Expr.Items(Value.SequenceKind.TUPLE, List.copyOf(items));
    }

    private Expr or() {
        Expr left = and();
        while (cursor.skipName("or")) {
            left = new Expr.Or(left, and());
        }
        return left;
    }

    private Expr and() {
        Expr left = not();
        while (cursor.skipName("and")) {
            left = new Expr.And(left, not());
        }
        return left;
    }

    private Expr not() {
        int negations = 0;
        while (cursor.isName("not") && !cursor.lookAhead().isName("in")) {
            cursor.next();
            negations++;
        }
        Expr operand = comparison();
        for (int i = 0; i < negations; i++) {
            operand = new Expr.Not(operand);
        }
        return operand;
    }

    private Expr comparison() {
        Expr first = sum();
        List<Expr.Operand> operands = new ArrayList<>();
        while (true) {
            Token token = cursor.current();
            Expr.Relation relation =
                    token.kind() == Token.Kind.OPERATOR ? RELATIONS.get(token.text()) : null;
            if (relation != null) {
                cursor.next();
            } else if (cursor.skipName("in")) {
                relation = Expr.Relation.IN;
            } else if (cursor.isName("not") && cursor.lookAhead().isName("in")) {
                cursor.next();
                cursor.next();
                relation = Expr.Relation.NOT_IN;
            } else {
                return operands.isEmpty()
                        ? first
                        : new Expr.Comparison(first, List.copyOf(operands));
            }
            operands.add(new Expr.Operand(relation, sum()));
        }
    }

    private Expr sum() {
        Expr left = concat();
        while (cursor.isOperator("+") || cursor.isOperator("-")) {
            boolean plus = cursor.next().text().equals("+");
            left =
                    new Expr.Arithmetic(
                            plus ? Expr.Operator.ADD : Expr.Operator.SUBTRACT, left, concat());
        }
        return left;
    }

    private Expr concat() {
        Expr first = product();
        if (!cursor.isOperator("~")) {
            return first;
        }
        List<Expr> parts = new ArrayList<>(List.of(first));
        while (cursor.skipOperator("~")) {
            parts.add(product());
        }
        return new Expr.Concat(List.copyOf(parts));
    }

    private Expr product() {
        Expr left = power();
        while (cursor.current().kind() == Token.Kind.OPERATOR) {
            Expr.Operator operator = PRODUCTS.get(cursor.current().text());
            if (operator == null) {
                break;
            }
            cursor.next();
            left = new Expr.Arithmetic(operator, left, power());
        }
        return left;
    }

    private Expr power() {
        Expr left = unary(true);
        while (cursor.skipOperator("**")) {
            left = new Expr.Arithmetic(Expr.Operator.POWER, left, unary(true));
        }
        return left;
    }

    private Expr unary(boolean withFilters) {
        Expr operand;
        if (cursor.isOperator("-") || cursor.isOperator("+")) {
            if (++nesting > MAX_NESTING) {
                throw cursor.unexpected("fewer signs");
            }
            boolean negative = cursor.next().text().equals("-");
            operand = new Expr.Signed(negative, unary(false));
            nesting--;
        } else {
            operand = primary();
        }
        operand = postfix(operand);
        return withFilters ? filtersAndTests(operand) : operand;
    }

    private Expr primary() {
        Token token = cursor.current();
        return switch (token.kind()) {
            case NAME -> named(cursor.next().text());
            case STRING -> strings();
            case INTEGER -> {
                cursor.next();
                yield new Expr.Literal(new Value.Int(integer(token)));
            }
            case FLOAT -> {
                cursor.next();
                yield new Expr.Literal(new Value.Real(Double.parseDouble(token.text())));
            }
            case OPERATOR, END -> bracketed();
        };
    }

    private static long integer(Token token) {
        try {
            return Long.parseLong(token.text());
        } catch (NumberFormatException e) {
            throw new JinjaException("an integer is too large", token.line());
        }
    }

    private static Expr named(String name) {
        return switch (name) {
            case "true", "True" -> new Expr.Literal(new Value.Bool(true));
            case "false", "False" -> new Expr.Literal(new Value.Bool(false));
            case "none", "None" -> new Expr.Literal(Value.None.NONE);
            default -> new Expr.Name(name);
        };
    }

    private Expr strings() {
        StringBuilder joined = new StringBuilder();
        while (cursor.current().kind() == Token.Kind.STRING) {
            joined.append(cursor.next().text());
        }
        return new Expr.Literal(Text.ofTemplate(joined.toString()));
    }

    private Expr bracketed() {
        if (cursor.skipOperator("(")) {
            if (cursor.skipOperator(")")) {
                return new Expr.Items(Value.SequenceKind.TUPLE, List.of());
            }
            Expr inside = tuple();
            cursor.expectOperator(")");
            return inside;
        }
        if (cursor.skipOperator("[")) {
            List<Expr> items = new ArrayList<>();
            while (!cursor.isOperator("]")) {
                items.add(expression());
                if (!cursor.skipOperator(",")) {
                    break;
                }
            }
            cursor.expectOperator("]");
            return new Expr.Items(Value.SequenceKind.LIST, List.copyOf(items));
        }
        if (cursor.skipOperator("{")) {
            return dict();
        }
        throw cursor.unexpected("an expression");
    }

    private Expr dict() {
        List<Expr.Entry> entries = new ArrayList<>();
        while (!cursor.isOperator("}")) {
            Expr key = expression();
            cursor.expectOperator(":");
            entries.add(new Expr.Entry(key, expression()));
            if (!cursor.skipOperator(",")) {
                break;
            }
        }
        cursor.expectOperator("}");
        return new Expr.DictLiteral(List.copyOf(entries));
    }

    private Expr postfix(Expr operand) {
        Expr result = operand;
        while (true) {
            if (cursor.skipOperator(".")) {
                Token key = cursor.next();
                result =
                        switch (key.kind()) {
                            case NAME -> new Expr.Attribute(result, key.text());
                            case INTEGER ->
                                    new Expr.Item(
                                            result, new Expr.Literal(new Value.Int(integer(key))));
                            case STRING, FLOAT, OPERATOR, END ->
                                    throw new JinjaException(
                                            "expected a name after '.', found " + key.shown(),
                                            key.line());
                        };
            } else if (cursor.skipOperator("[")) {
                result = subscript(result);
            } else if (cursor.isOperator("(")) {
                result = new Expr.Call(result, arguments());
            } else {
                return result;
            }
        }
    }

    private Expr subscript(Expr target) {
        Expr from = cursor.isOperator(":") ? null : expression();
        if (from != null && !cursor.isOperator(":")) {
            Expr key = rest(from);
            cursor.expectOperator("]");
            return new Expr.Item(target, key);
        }
        cursor.expectOperator(":");
        Expr to = cursor.isOperator(":") || cursor.isOperator("]") ? null : expression();
        Expr step = cursor.skipOperator(":") && !cursor.isOperator("]") ? expression() : null;
        cursor.expectOperator("]");
        return new Expr.Slice(target, from, to, step);
    }

    private Expr filtersAndTests(Expr operand) {
        Expr result = operand;
        while (true) {
            if (cursor.isOperator("|")) {
                result = new Expr.Filtered(result, filter());
            } else if (cursor.skipName("is")) {
                result = test(result);
            } else if (cursor.isOperator("(")) {
                result = new Expr.Call(result, arguments());
            } else {
                return result;
            }
        }
    }

    /** {@code | name(arguments)}. */
    Expr.FilterStep filter() {
        cursor.expectOperator("|");
        return filterStep();
    }

    /** {@code name(arguments)} of a filter, without the bar before it. */
    Expr.FilterStep filterStep() {
        String name = cursor.expectAnyName();
        return new Expr.FilterStep(
                name, cursor.isOperator("(") ? arguments() : Expr.CallArguments.NONE);
    }

    private Expr test(Expr operand) {
        boolean negated = cursor.skipName("not");
        String name = cursor.expectAnyName();
        Expr test = new Expr.Tested(operand, name, testArguments());
        return negated ? new Expr.Not(test) : test;
    }

    private Expr.CallArguments testArguments() {
        if (cursor.isOperator("(")) {
            return arguments();
        }
        if (cursor.isName("is")) {
            throw cursor.unexpected("only one test");
        }
        boolean argumentFollows =
                switch (cursor.current().kind()) {
                    case NAME -> !ENDS_TEST.contains(cursor.current().text());
                    case STRING, INTEGER, FLOAT -> true;
                    case OPERATOR -> cursor.isOperator("[") || cursor.isOperator("{");
                    case END -> false;
                };
        return argumentFollows
                ? new Expr.CallArguments(List.of(postfix(primary())), Map.of())
                : Expr.CallArguments.NONE;
    }

    /** {@code (a, b, name=c)}. */
    private Expr.CallArguments arguments() {
        cursor.expectOperator("(");
        List<Expr> positional = new ArrayList<>();
        Map<String, Expr> named = new LinkedHashMap<>();
        while (!cursor.isOperator(")")) {
            if (cursor.isOperator("*") || cursor.isOperator("**")) {
                throw cursor.unexpected("an argument without '*'");
            }
            if (cursor.current().kind() == Token.Kind.NAME && cursor.lookAhead().isOperator("=")) {
                String name = cursor.next().text();
                cursor.next();
                named.put(name, expression());
            } else if (named.isEmpty()) {
                positional.add(expression());
            } else {
                throw cursor.unexpected("an argument by name");
            }
            if (!cursor.skipOperator(",")) {
                break;
            }
        }
        cursor.expectOperator(")");
        return new Expr.CallArguments(List.copyOf(positional), named);
    }
}
