package dev.glimprouter.template.internal.jinja;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A parsed template. Immutable: it may be rendered by several threads at once. */
public final class JinjaTemplate {
    /** The longest source accepted: 1 Mi characters. */
    private static final int MAX_SOURCE = 1 << 20;

    private final List<Stmt> statements;

    private JinjaTemplate(List<Stmt> statements) {
        this.statements = statements;
    }

    /**
     * Parses a template.
     *
     * @throws JinjaException if it cannot be parsed
     */
    public static JinjaTemplate parse(String source) {
        if (source.length() > MAX_SOURCE) {
            throw new JinjaException("the template is longer than " + MAX_SOURCE + " characters");
        }
        return new JinjaTemplate(StatementParser.parse(source));
    }

    /**
     * The text that the template makes of its variables. Values may be null, {@link Text}, String
     * (the template author's text), Boolean, Integer, Long, and lists and maps of those.
     *
     * @param messageChars the characters of all messages together; the output may be longer by 1 Mi
     *     characters at most
     * @throws RaisedException if the template refuses its input
     * @throws JinjaException if it fails or takes too much time or memory
     */
    public Text render(Map<String, ?> variables, long messageChars, Clock clock) {
        var context = new RenderContext(new Limits(messageChars), clock);
        Scope scope = new Scope(Globals.scope(context));
        variables.forEach((name, value) -> scope.set(name, Values.of(value)));
        return new Executor(context).run(statements, scope);
    }
}
