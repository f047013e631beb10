package dev.glimprouter.strategy.expression;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.Join;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an expression.
 *
 * <pre>
 * then  = or   { "then" or }
 * or    = and  { "or" and }
 * and   = term { "and" term }
 * term  = "(" then ")" | name [ "(" [ value { "," value } ] ")" ]
 * value = text | parameter "=" text
 * </pre>
 */
final class ExpressionParser {

    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 50;

    /** So few that the written-out name of any strategy is within the other two limits. */
    private static final int MOST_NAMES = 32;

    private final String expression;
    private final List<Symbol> symbols;
    private int next;
    private int depth;
    private int names;

    private ExpressionParser(String expression) {
        this.expression = expression;
        this.symbols = Symbol.all(expression);
    }

    /**
     * The tree of an expression.
     *
     * @throws RequestException if it is not one, or a name or parameter is unknown
     */
    static Expression parse(String text) {
        requireAtMost(LONGEST, text.length(), "characters");
        ExpressionParser parser =
                new ExpressionParser(text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " "));
        Expression all = parser.joined(Join.THEN);
        if (!parser.peek().isEnd()) {
            throw parser.expected("or, and, then or the end");
        }
        return all;
    }

    private static void requireAtMost(int most, int count, String what) {
        if (count > most) {
            throw new RequestException("A strategy has at most %d %s.".formatted(most, what));
        }
    }

    private Expression joined(Join join) {
        List<Expression> parts = new ArrayList<>();
        parts.add(part(join));
        while (take(join.word())) {
            parts.add(part(join));
        }
        return parts.size() == 1 ? parts.getFirst() : new Expression.Joined(join, parts);
    }

    private Expression part(Join join) {
        return switch (join) {
            case THEN -> joined(Join.OR);
            case OR -> joined(Join.AND);
            case AND -> term();
        };
    }

    private Expression term() {
        if (take("(")) {
            depth++;
            requireAtMost(DEEPEST, depth, "parentheses inside each other");
            Expression inside = joined(Join.THEN);
            require(")");
            depth--;
            return inside;
        }
        return call();
    }

    private Expression.Call call() {
        Entry entry = StrategyNames.entry(word("the name of a strategy"));
        names++;
        requireAtMost(MOST_NAMES, names, "names");
        Map<String, String> values = new LinkedHashMap<>();
        if (take("(") && !take(")")) {
            do {
                value(entry, values);
            } while (take(","));
            require(")");
        }
        return new Expression.Call(entry, values);
    }

    private void value(Entry entry, Map<String, String> values) {
        String first = word("a value");
        if (take("=")) {
            StrategyNames.requireParameter(entry, first);
            put(entry, first, word("a value"), values);
        } else {
            put(entry, unnamed(entry, first, values.size()), first, values);
        }
    }

    private static String unnamed(Entry entry, String value, int position) {
        if (position >= entry.parameters().size()) {
            throw new RequestException(
                    "%s has no place for '%s'; it takes %s."
                            .formatted(entry.name(), value, StrategyNames.takes(entry)));
        }
        return entry.parameters().get(position);
    }

    private static void put(
            Entry entry, String parameter, String value, Map<String, String> values) {
        if (values.put(parameter, value) != null) {
            throw new RequestException(
                    "%s has %s twice: give it once.".formatted(entry.name(), parameter));
        }
    }

    private Symbol peek() {
        return symbols.get(next);
    }

    private boolean take(String text) {
        boolean found = peek().text().equals(text);
        next += found ? 1 : 0;
        return found;
    }

    private void require(String sign) {
        if (!take(sign)) {
            throw expected("'" + sign + "'");
        }
    }

    private String word(String what) {
        if (!peek().isWord()) {
            throw expected(what);
        }
        return symbols.get(next++).text();
    }

    private RequestException expected(String what) {
        return new RequestException(
                "'%s' is not a strategy: character %d must be %s, not %s."
                        .formatted(expression, peek().at(), what, peek().shown()));
    }
}
