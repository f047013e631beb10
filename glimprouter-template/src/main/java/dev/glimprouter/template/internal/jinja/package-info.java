/**
 * An interpreter for the part of the Jinja2 language that chat templates use.
 *
 * <p>The way of a template: {@code SourceLexer} cuts the source into data and tags, {@code
 * ExpressionLexer} cuts a tag into tokens, {@code StatementParser} and {@code ExpressionParser}
 * build {@code Stmt} and {@code Expr} trees, {@code Executor} and {@code Evaluator} run them.
 * {@link dev.glimprouter.template.internal.jinja.JinjaTemplate} is the door.
 *
 * <p>Every string value is a {@link dev.glimprouter.template.internal.jinja.Text}, which remembers
 * for each character whether it came from a message. No operation loses that mark.
 */
package dev.glimprouter.template.internal.jinja;
