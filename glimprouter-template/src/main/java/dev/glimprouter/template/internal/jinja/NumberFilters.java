package dev.glimprouter.template.internal.jinja;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Filters that make numbers. */
final class NumberFilters {
    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d+(?:_\\d+)*+");
    private static final Pattern REAL =
            Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final int MAX_PRECISION = 100;

    private NumberFilters() {}

    static void addTo(Map<String, Filters.Filter> filters) {
        filters.put("int", (_, input, arguments) -> toInt(input, arguments));
        filters.put("float", (_, input, arguments) -> toFloat(input, arguments));
        filters.put("abs", (_, input, _) -> abs(input));
        filters.put("round", (_, input, arguments) -> round(input, arguments));
    }

    private static Value toInt(Value input, Arguments arguments) {
        Value fallback = arguments.bind("int", "default").valueOr("default", new Value.Int(0));
        if (input instanceof Text text) {
            String digits = text.chars().strip();
            if (INTEGER.matcher(digits).matches()) {
                try {
                    return new Value.Int(Long.parseLong(digits.replace("_", "")));
                } catch (NumberFormatException e) {
                    throw new JinjaException("int: the number is too large");
                }
            }
        }
        if (Numbers.integer(input).isPresent()) {
            return new Value.Int(Numbers.integer(input).getAsLong());
        }
        OptionalDouble real = real(input);
        return real.isPresent() && Math.abs(real.getAsDouble()) < Long.MAX_VALUE
                ? new Value.Int((long) real.getAsDouble())
                : fallback;
    }

    private static Value toFloat(Value input, Arguments arguments) {
        Value fallback = arguments.bind("float", "default").valueOr("default", new Value.Real(0));
        OptionalDouble real = real(input);
        return real.isPresent() ? new Value.Real(real.getAsDouble()) : fallback;
    }

    private static OptionalDouble real(Value input) {
        if (Numbers.isNumber(input)) {
            return OptionalDouble.of(Numbers.real(input));
        }
        if (input instanceof Text text && REAL.matcher(text.chars().strip()).matches()) {
            return OptionalDouble.of(Double.parseDouble(text.chars().strip()));
        }
        return OptionalDouble.empty();
    }

    private static Value abs(Value input) {
        requireNumber("abs", input);
        return input instanceof Value.Real real
                ? new Value.Real(Math.abs(real.value()))
                : new Value.Int(Math.abs(Numbers.integer(input).orElseThrow()));
    }

    private static Value round(Value input, Arguments arguments) {
        requireNumber("round", input);
        Bound bound = arguments.bind("round", "precision", "method");
        long precision = bound.integerOr("precision", 0);
        if (Math.abs(precision) > MAX_PRECISION) {
            throw new JinjaException("round: the precision must be within " + MAX_PRECISION);
        }
        RoundingMode mode =
                switch (bound.textOr("method", Text.ofTemplate("common")).chars()) {
                    case "common" -> RoundingMode.HALF_EVEN;
                    case "ceil" -> RoundingMode.CEILING;
                    case "floor" -> RoundingMode.FLOOR;
                    default ->
                            throw new JinjaException("round: method must be common, ceil or floor");
                };
        double real = Numbers.real(input);
        boolean keeps =
                !(input instanceof Value.Real) && precision >= 0 && mode == RoundingMode.HALF_EVEN;
        if (keeps || !Double.isFinite(real)) {
            return input;
        }
        return new Value.Real(new BigDecimal(real).setScale((int) precision, mode).doubleValue());
    }

    private static void requireNumber(String filter, Value input) {
        if (!Numbers.isNumber(input)) {
            throw new JinjaException(filter + " needs a number, not " + Values.typeName(input));
        }
    }
}
