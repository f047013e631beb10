package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A strategy as one writes it: a name, and parameters in parentheses.
 *
 * @param name the name, not checked
 * @param parameters values by name, in order of writing
 */
record StrategyCall(String name, Map<String, String> parameters) {

    private static final Pattern CALL =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9-]*)\\s*(?:\\(([^()]*)\\))?\\s*");
    private static final Pattern JOIN = Pattern.compile("(?:^|[\\s)])(or|and|then)(?=$|[\\s(])");

    /** Copies the map. */
    StrategyCall {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads an expression.
     *
     * @throws RequestException if it is not one
     */
    static StrategyCall parse(String expression) {
        Matcher join = JOIN.matcher(expression);
        if (join.find()) {
            throw new RequestException(
                    "One strategy is wanted; joining two with '%s' is not possible yet."
                            .formatted(join.group(1)));
        }
        Matcher call = CALL.matcher(expression);
        if (!call.matches()) {
            throw new RequestException(
                    "'%s' is not a strategy: write a name, or a name with parameters such as glimpse(tau=0.5)."
                            .formatted(expression));
        }
        return new StrategyCall(call.group(1), parameters(call.group(1), call.group(2)));
    }

    /** The same without a parameter. */
    StrategyCall without(String parameter) {
        Map<String, String> others = new LinkedHashMap<>(parameters);
        others.remove(parameter);
        return new StrategyCall(name, others);
    }

    /** As one writes it. */
    String text() {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    private static Map<String, String> parameters(
            String name, @org.jspecify.annotations.Nullable String text) {
        Map<String, String> values = new LinkedHashMap<>();
        if (text == null || text.isBlank()) {
            return values;
        }
        for (String parameter : text.split(",", -1)) {
            int equals = parameter.indexOf('=');
            String key = equals < 0 ? "" : parameter.substring(0, equals).strip();
            String value = parameter.substring(equals + 1).strip();
            if (key.isEmpty() || value.isEmpty()) {
                throw new RequestException(
                        "'%s' is not a parameter of %s: write name=value, such as tau=0.5."
                                .formatted(parameter.strip(), name));
            }
            if (values.put(key, value) != null) {
                throw new RequestException("%s has %s twice: give it once.".formatted(name, key));
            }
        }
        return values;
    }
}
