package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A statement of the template language, with the source line that it starts on. */
sealed interface Stmt {
    int line();

    /** Text that is written as it stands. */
    record Data(Text text, int line) implements Stmt {}

    /** {@code {{ expression }}}. */
    record Print(Expr expression, int line) implements Stmt {}

    record If(List<Branch> branches, List<Stmt> otherwise, int line) implements Stmt {}

    record Branch(Expr test, List<Stmt> body) {}

    record For(
            Target target,
            Expr iterable,
            @Nullable Expr condition,
            List<Stmt> body,
            List<Stmt> otherwise,
            int line)
            implements Stmt {}

    record Set(Target target, Expr value, int line) implements Stmt {}

    /** {@code {% set target | filters %}body{% endset %}}. */
    record SetBlock(Target target, List<Expr.FilterStep> filters, List<Stmt> body, int line)
            implements Stmt {}

    record Macro(String name, List<Parameter> parameters, List<Stmt> body, int line)
            implements Stmt {}

    record Parameter(String name, @Nullable Expr fallback) {}

    record FilterBlock(List<Expr.FilterStep> filters, List<Stmt> body, int line) implements Stmt {}

    /** {@code {% generation %}body{% endgeneration %}}: marks training text, writes its body. */
    record Generation(List<Stmt> body, int line) implements Stmt {}

    record Break(int line) implements Stmt {}

    record Continue(int line) implements Stmt {}

    /** What a value is assigned to. */
    sealed interface Target {}

    record NameTarget(String name) implements Target {}

    /** {@code namespace.attribute}. */
    record AttributeTarget(String namespace, String attribute) implements Target {}

    record TupleTarget(List<Target> targets) implements Target {}
}
