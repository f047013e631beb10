package dev.glimprouter.cli;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known about the screen.
 *
 * @param in whether standard input is a keyboard
 * @param out whether standard output is a screen
 * @param err whether standard error is a screen
 * @param columns width in characters
 * @param colour whether colours are wanted
 */
record Terminal(boolean in, boolean out, boolean err, int columns, boolean colour) {

    /** No screen, no keyboard. */
    static final Terminal NONE = new Terminal(false, false, false, 80, false);

    private static final int LEAST_COLUMNS = 20;
    private static final int USUAL_COLUMNS = 80;

    /**
     * Asks the launcher, which knows each stream by itself, else the JDK, which knows only whether
     * input and output are both a terminal.
     *
     * @param properties gives {@code glimprouter.terminal} (the streams that are terminals, joined
     *     by commas) and {@code glimprouter.columns}
     * @param environment gives {@code NO_COLOR}, {@code TERM} and {@code COLUMNS}
     */
    static Terminal detect(
            Function<String, @Nullable String> properties,
            Function<String, @Nullable String> environment) {
        @Nullable String told = properties.apply("glimprouter.terminal");
        boolean both =
                told == null
                        && Optional.ofNullable(System.console())
                                .filter(Console::isTerminal)
                                .isPresent();
        List<String> streams = told == null ? List.of() : Arrays.asList(told.split(",", -1));
        boolean err = both || streams.contains("err");
        boolean dumb = "dumb".equals(environment.apply("TERM"));
        String noColour = Optional.ofNullable(environment.apply("NO_COLOR")).orElse("");
        int columns =
                columns(properties.apply("glimprouter.columns"))
                        .or(() -> columns(environment.apply("COLUMNS")))
                        .orElse(USUAL_COLUMNS);
        return new Terminal(
                both || streams.contains("in"),
                both || streams.contains("out"),
                err && !dumb,
                columns,
                err && !dumb && noColour.isEmpty());
    }

    private static Optional<Integer> columns(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(String::strip)
                    .map(Integer::parseInt)
                    .filter(columns -> columns >= LEAST_COLUMNS);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The same without colours. */
    Terminal withoutColour() {
        return new Terminal(in, out, err, columns, false);
    }
}
