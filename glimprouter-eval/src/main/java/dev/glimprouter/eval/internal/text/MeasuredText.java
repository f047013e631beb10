package dev.glimprouter.eval.internal.text;

import dev.glimprouter.eval.statistics.Measured;

import java.util.Optional;

/** Measured figures as people read them; {@link Table#NOTHING} where there is none. */
public final class MeasuredText {

    private MeasuredText() {}

    /** A share from 0 to 1, such as {@code 33.3 %}. */
    public static String percent(Optional<Measured> share) {
        return share.map(one -> Numbers.percent(one.value())).orElse(Table.NOTHING);
    }

    /** The interval of a share, in hundredths. */
    public static String range(Optional<Measured> share) {
        return share.map(one -> Numbers.range(one.interval(), Numbers::hundredths))
                .orElse(Table.NOTHING);
    }

    /** Three figures, more where they stand before the point. */
    public static String amount(Optional<Measured> figure) {
        return figure.map(one -> Numbers.amount(one.value())).orElse(Table.NOTHING);
    }
}
