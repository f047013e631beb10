package dev.glimprouter.template.internal.jinja;

import java.util.ArrayList;
import java.util.List;

/** Runs statements and writes what they print. */
final class Executor {
    /** How a body ended. */
    private enum Flow {
        NEXT,
        BREAK,
        CONTINUE
    }

    private final RenderContext context;
    private final Evaluator evaluator;

    Executor(RenderContext context) {
        this.context = context;
        this.evaluator = new Evaluator(context);
    }

    Text run(List<Stmt> statements, Scope scope) {
        TextBuilder out = context.text();
        run(statements, scope, out);
        return out.build();
    }

    private Flow run(List<Stmt> statements, Scope scope, TextBuilder out) {
        for (Stmt statement : statements) {
            context.limits().step();
            context.limits().enter();
            Flow flow;
            try {
                flow = execute(statement, scope, out);
            } catch (JinjaException e) {
                throw e.at(statement.line());
            }
            context.limits().leave();
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    private Flow execute(Stmt statement, Scope scope, TextBuilder out) {
        return switch (statement) {
            case Stmt.Data data -> {
                out.append(data.text());
                yield Flow.NEXT;
            }
            case Stmt.Print print -> {
                out.append(Printer.text(context, evaluator.evaluate(print.expression(), scope)));
                yield Flow.NEXT;
            }
            case Stmt.If branches -> choose(branches, scope, out);
            case Stmt.For loop -> loop(loop, scope, out);
            case Stmt.Set set -> {
                assign(set.target(), evaluator.evaluate(set.value(), scope), scope);
                yield Flow.NEXT;
            }
            case Stmt.SetBlock set -> {
                Text body = run(set.body(), new Scope(scope));
                assign(set.target(), filtered(set.filters(), body, scope), scope);
                yield Flow.NEXT;
            }
            case Stmt.Macro macro -> {
                scope.set(
                        macro.name(),
                        new Value.Function(
                                macro.name(), arguments -> call(macro, arguments, scope)));
                yield Flow.NEXT;
            }
            case Stmt.FilterBlock block -> {
                Text body = run(block.body(), new Scope(scope));
                out.append(Printer.text(context, filtered(block.filters(), body, scope)));
                yield Flow.NEXT;
            }
            case Stmt.Generation generation -> run(generation.body(), new Scope(scope), out);
            case Stmt.Break _ -> Flow.BREAK;
            case Stmt.Continue _ -> Flow.CONTINUE;
        };
    }

    private Flow choose(Stmt.If statement, Scope scope, TextBuilder out) {
        for (Stmt.Branch branch : statement.branches()) {
            if (Values.truth(evaluator.evaluate(branch.test(), scope))) {
                return run(branch.body(), scope, out);
            }
        }
        return run(statement.otherwise(), scope, out);
    }

    private Flow loop(Stmt.For statement, Scope scope, TextBuilder out) {
        List<Value> items = chosen(statement, scope);
        if (items.isEmpty()) {
            return run(statement.otherwise(), new Scope(scope), out);
        }
        for (int i = 0; i < items.size(); i++) {
            context.limits().step();
            Scope body = new Scope(scope);
            body.set("loop", new Loop(items, i));
            assign(statement.target(), items.get(i), body);
            if (run(statement.body(), body, out) == Flow.BREAK) {
                break;
            }
        }
        return Flow.NEXT;
    }

    /** The items of a for statement that pass its condition. */
    private List<Value> chosen(Stmt.For statement, Scope scope) {
        List<Value> items = context.items(evaluator.evaluate(statement.iterable(), scope));
        if (statement.condition() == null) {
            return items;
        }
        List<Value> chosen = new ArrayList<>();
        for (Value item : items) {
            Scope inner = new Scope(scope);
            assign(statement.target(), item, inner);
            if (Values.truth(evaluator.evaluate(statement.condition(), inner))) {
                chosen.add(item);
            }
        }
        return chosen;
    }

    private Value filtered(List<Expr.FilterStep> filters, Value input, Scope scope) {
        Value value = input;
        for (Expr.FilterStep filter : filters) {
            value = evaluator.filter(filter, value, scope);
        }
        return value;
    }

    private void assign(Stmt.Target target, Value value, Scope scope) {
        switch (target) {
            case Stmt.NameTarget name -> scope.set(name.name(), value);
            case Stmt.AttributeTarget attribute -> {
                if (!(scope.get(attribute.namespace()) instanceof Value.Namespace namespace)) {
                    throw new JinjaException("'" + attribute.namespace() + "' is not a namespace");
                }
                namespace.values().put(attribute.attribute(), value);
            }
            case Stmt.TupleTarget tuple -> {
                List<Value> parts = context.items(value);
                if (parts.size() != tuple.targets().size()) {
                    throw new JinjaException(
                            parts.size() + " values for " + tuple.targets().size() + " names");
                }
                for (int i = 0; i < parts.size(); i++) {
                    assign(tuple.targets().get(i), parts.get(i), scope);
                }
            }
        }
    }

    private Value call(Stmt.Macro macro, Arguments arguments, Scope definedIn) {
        String[] names =
                macro.parameters().stream().map(Stmt.Parameter::name).toArray(String[]::new);
        Bound bound = arguments.bind("the macro " + macro.name(), names);
        Scope scope = new Scope(definedIn);
        for (Stmt.Parameter parameter : macro.parameters()) {
            Value given = bound.find(parameter.name());
            if (given == null) {
                given =
                        parameter.fallback() == null
                                ? new Value.Undefined("'" + parameter.name() + "'")
                                : evaluator.evaluate(parameter.fallback(), scope);
            }
            scope.set(parameter.name(), given);
        }
        return run(macro.body(), scope);
    }
}
