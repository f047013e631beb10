package dev.glimprouter.template.internal.jinja;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Python's arithmetic on integers (64 bits here), booleans and floats. */
final class Numbers {
    private Numbers() {}

    static boolean isNumber(Value value) {
        return value instanceof Value.Int
                || value instanceof Value.Bool
                || value instanceof Value.Real;
    }

    /** The integer that an integer or a boolean stands for. */
    static OptionalLong integer(Value value) {
        return switch (value) {
            case Value.Int integer -> OptionalLong.of(integer.value());
            case Value.Bool bool -> OptionalLong.of(bool.value() ? 1 : 0);
            default -> OptionalLong.empty();
        };
    }

    /** The value of a number as a float. */
    static double real(Value number) {
        return number instanceof Value.Real real
                ? real.value()
                : (double) integer(number).orElseThrow();
    }

    static Value arithmetic(Expr.Operator operator, Value left, Value right) {
        OptionalLong a = integer(left);
        OptionalLong b = integer(right);
        try {
            if (a.isPresent() && b.isPresent()) {
                return integers(operator, a.getAsLong(), b.getAsLong());
            }
        } catch (ArithmeticException e) {
            throw new JinjaException("an integer is too large or divided by zero");
        }
        return reals(operator, real(left), real(right));
    }

    private static Value integers(Expr.Operator operator, long a, long b) {
        return switch (operator) {
            case ADD -> new Value.Int(Math.addExact(a, b));
            case SUBTRACT -> new Value.Int(Math.subtractExact(a, b));
            case MULTIPLY -> new Value.Int(Math.multiplyExact(a, b));
            case DIVIDE -> reals(operator, (double) a, (double) b);
            case FLOOR_DIVIDE -> new Value.Int(Math.floorDivExact(a, b));
            case MODULO -> new Value.Int(Math.floorMod(a, b));
            case POWER ->
                    b < 0 ? reals(operator, (double) a, (double) b) : new Value.Int(power(a, b));
        };
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = Math.multiplyExact(result, square);
            }
            if (left > 1) {
                square = Math.multiplyExact(square, square);
            }
        }
        return result;
    }

    private static Value reals(Expr.Operator operator, double a, double b) {
        boolean divides =
                switch (operator) {
                    case DIVIDE, FLOOR_DIVIDE, MODULO -> true;
                    case ADD, SUBTRACT, MULTIPLY, POWER -> false;
                };
        if (divides && b == 0) {
            throw new JinjaException("division by zero");
        }
        return new Value.Real(
                switch (operator) {
                    case ADD -> a + b;
                    case SUBTRACT -> a - b;
                    case MULTIPLY -> a * b;
                    case DIVIDE -> a / b;
                    case FLOOR_DIVIDE -> Math.floor(a / b);
                    case MODULO -> a - b * Math.floor(a / b);
                    case POWER -> Math.pow(a, b);
                });
    }

    static int compare(Value left, Value right) {
        OptionalLong a = integer(left);
        OptionalLong b = integer(right);
        if (a.isPresent() && b.isPresent()) {
            return Long.compare(a.getAsLong(), b.getAsLong());
        }
        return Double.compare(real(left) + 0.0, real(right) + 0.0);
    }

    /** Python's {@code repr} of a float: the shortest digits that give it back. */
    static String shown(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value > 0 ? "0.0" : "-0.0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = exact.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = exact.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String power =
                (exponent < 0 ? "-" : "+")
                        + (Math.abs(exponent) < 10 ? "0" : "")
                        + Math.abs(exponent);
        return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + power;
    }
}
