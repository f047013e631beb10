package dev.glimprouter.eval.internal.math;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions that are known by name. */
enum Function {
    SIN,
    COS,
    TAN,
    COT,
    SEC,
    CSC,
    ARCSIN,
    ARCCOS,
    ARCTAN,
    SINH,
    COSH,
    TANH,
    EXP,
    LN,
    /** To the base that is the second argument. */
    LOG,
    /** With the index that is the second argument. */
    ROOT,
    ABS,
    FLOOR,
    CEILING,
    FACTORIAL,
    BINOMIAL,
    GCD,
    LCM,
    MAX,
    MIN;

    private static final Map<String, Function> NAMES =
            Arrays.stream(values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    function -> function.name().toLowerCase(Locale.ROOT),
                                    function -> function));

    private static final Map<String, Function> OTHER_NAMES =
            Map.of("asin", ARCSIN, "acos", ARCCOS, "atan", ARCTAN, "cosec", CSC, "lg", LOG);

    /** The function of a name, which is written in front of its argument. */
    static Optional<Function> named(String name) {
        Function function = NAMES.getOrDefault(name, OTHER_NAMES.get(name));
        return Optional.ofNullable(function).filter(Function::isNamed);
    }

    private boolean isNamed() {
        return switch (this) {
            case ROOT, ABS, FLOOR, CEILING, FACTORIAL, BINOMIAL -> false;
            default -> true;
        };
    }

    boolean takesSeveral() {
        return this == GCD || this == LCM || this == MAX || this == MIN;
    }

    /** Whether its argument is an angle. */
    boolean isTrigonometric() {
        return switch (this) {
            case SIN, COS, TAN, COT, SEC, CSC -> true;
            default -> false;
        };
    }

    /** The function that undoes it, as in the power -1 of a sine. */
    Function inverse() {
        return switch (this) {
            case SIN -> ARCSIN;
            case COS -> ARCCOS;
            case TAN -> ARCTAN;
            default -> throw new Unreadable("has an inverse function that is not known here");
        };
    }
}
