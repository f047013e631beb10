package dev.glimprouter.template.internal.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses a template's segments into statements. */
final class StatementParser {
    private static final int MAX_NESTING = 50;

    private final List<Segment> segments;
    private int position;
    private int nesting;
    private int loops;

    private StatementParser(List<Segment> segments) {
        this.segments = segments;
    }

    static List<Stmt> parse(String source) {
        var parser = new StatementParser(SourceLexer.segments(source));
        return parser.body(Set.of()).statements;
    }

    /** Statements up to one of the closing tags, and the rest of that tag. */
    private record Body(List<Stmt> statements, String closedBy, TokenCursor rest) {}

    private Body body(Set<String> closers) {
        if (++nesting > MAX_NESTING) {
            throw new JinjaException("blocks are nested too deeply", segments.get(position).line());
        }
        List<Stmt> statements = new ArrayList<>();
        while (position < segments.size()) {
            switch (segments.get(position++)) {
                case Segment.Data data ->
                        statements.add(new Stmt.Data(Text.ofTemplate(data.text()), data.line()));
                case Segment.Print print -> {
                    var cursor = new TokenCursor(print.tokens());
                    Expr expression = new ExpressionParser(cursor).tuple();
                    cursor.expectEnd();
                    statements.add(new Stmt.Print(expression, print.line()));
                }
                case Segment.Block block -> {
                    var cursor = new TokenCursor(block.tokens());
                    String tag = cursor.expectAnyName();
                    if (closers.contains(tag)) {
                        nesting--;
                        return new Body(List.copyOf(statements), tag, cursor);
                    }
                    statements.add(statement(tag, cursor, block.line()));
                }
            }
        }
        if (!closers.isEmpty()) {
            int line = segments.isEmpty() ? 1 : segments.getLast().line();
            throw new JinjaException("missing " + String.join(" or ", closers), line);
        }
        return new Body(List.copyOf(statements), "", new TokenCursor(List.of()));
    }

    private List<Stmt> bodyUntil(String closer) {
        Body body = body(Set.of(closer));
        body.rest.expectEnd();
        return body.statements;
    }

    private Stmt statement(String tag, TokenCursor cursor, int line) {
        return switch (tag) {
            case "if" -> ifStatement(cursor, line);
            case "for" -> forStatement(cursor, line);
            case "set" -> setStatement(cursor, line);
            case "macro" -> macro(cursor, line);
            case "filter" -> {
                List<Expr.FilterStep> filters =
                        filters(
                                cursor,
                                new ArrayList<>(
                                        List.of(new ExpressionParser(cursor).filterStep())));
                yield new Stmt.FilterBlock(filters, bodyUntil("endfilter"), line);
            }
            case "generation" -> {
                cursor.expectEnd();
                yield new Stmt.Generation(bodyUntil("endgeneration"), line);
            }
            case "break" -> loopControl(new Stmt.Break(line), cursor);
            case "continue" -> loopControl(new Stmt.Continue(line), cursor);
            default -> throw new JinjaException("unknown tag '" + tag + "'", line);
        };
    }

    private Stmt loopControl(Stmt control, TokenCursor cursor) {
        cursor.expectEnd();
        if (loops == 0) {
            throw new JinjaException("break and continue belong into a loop", control.line());
        }
        return control;
    }

    private Stmt ifStatement(TokenCursor cursor, int line) {
        List<Stmt.Branch> branches = new ArrayList<>();
        TokenCursor condition = cursor;
        while (true) {
            Expr test = new ExpressionParser(condition).tuple();
            condition.expectEnd();
            Body body = body(Set.of("elif", "else", "endif"));
            branches.add(new Stmt.Branch(test, body.statements));
            condition = body.rest;
            switch (body.closedBy) {
                case "elif" -> {}
                case "else" -> {
                    condition.expectEnd();
                    return new Stmt.If(List.copyOf(branches), bodyUntil("endif"), line);
                }
                default -> {
                    condition.expectEnd();
                    return new Stmt.If(List.copyOf(branches), List.of(), line);
                }
            }
        }
    }

    private Stmt forStatement(TokenCursor cursor, int line) {
        Stmt.Target target = target(cursor);
        cursor.expectName("in");
        var expressions = new ExpressionParser(cursor);
        Expr iterable = expressions.iterable();
        Expr condition = cursor.skipName("if") ? expressions.expression() : null;
        cursor.expectEnd();
        loops++;
        Body body = body(Set.of("else", "endfor"));
        loops--;
        body.rest.expectEnd();
        List<Stmt> otherwise = body.closedBy.equals("else") ? bodyUntil("endfor") : List.of();
        return new Stmt.For(target, iterable, condition, body.statements, otherwise, line);
    }

    private Stmt setStatement(TokenCursor cursor, int line) {
        Stmt.Target target = target(cursor);
        if (cursor.skipOperator("=")) {
            Expr value = new ExpressionParser(cursor).tuple();
            cursor.expectEnd();
            return new Stmt.Set(target, value, line);
        }
        List<Expr.FilterStep> filters = filters(cursor, new ArrayList<>());
        return new Stmt.SetBlock(target, filters, bodyUntil("endset"), line);
    }

    private static List<Expr.FilterStep> filters(
            TokenCursor cursor, List<Expr.FilterStep> filters) {
        var expressions = new ExpressionParser(cursor);
        while (cursor.isOperator("|")) {
            filters.add(expressions.filter());
        }
        cursor.expectEnd();
        return List.copyOf(filters);
    }

    private Stmt macro(TokenCursor cursor, int line) {
        String name = cursor.expectAnyName();
        List<Stmt.Parameter> parameters = new ArrayList<>();
        cursor.expectOperator("(");
        while (!cursor.isOperator(")")) {
            String parameter = cursor.expectAnyName();
            Expr fallback =
                    cursor.skipOperator("=") ? new ExpressionParser(cursor).expression() : null;
            parameters.add(new Stmt.Parameter(parameter, fallback));
            if (!cursor.skipOperator(",")) {
                break;
            }
        }
        cursor.expectOperator(")");
        cursor.expectEnd();
        int outerLoops = loops;
        loops = 0;
        List<Stmt> body = bodyUntil("endmacro");
        loops = outerLoops;
        return new Stmt.Macro(name, List.copyOf(parameters), body, line);
    }

    private static Stmt.Target target(TokenCursor cursor) {
        List<Stmt.Target> targets = new ArrayList<>(List.of(singleTarget(cursor)));
        boolean tuple = false;
        while (cursor.skipOperator(",")) {
            tuple = true;
            if (cursor.current().kind() != Token.Kind.NAME || cursor.isName("in")) {
                break;
            }
            targets.add(singleTarget(cursor));
        }
        return tuple ? new Stmt.TupleTarget(List.copyOf(targets)) : targets.getFirst();
    }

    private static Stmt.Target singleTarget(TokenCursor cursor) {
        if (cursor.skipOperator("(")) {
            Stmt.Target inside = target(cursor);
            cursor.expectOperator(")");
            return inside;
        }
        String name = cursor.expectAnyName();
        return cursor.skipOperator(".")
                ? new Stmt.AttributeTarget(name, cursor.expectAnyName())
                : new Stmt.NameTarget(name);
    }
}
