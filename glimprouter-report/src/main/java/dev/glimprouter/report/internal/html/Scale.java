package dev.glimprouter.report.internal.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Values along a line of a picture.
 *
 * @param least value at the beginning of the line
 * @param most value at its end, above the least
 * @param from where the line begins, in units of the picture
 * @param to where it ends
 * @param step between two marks, in the unit of the values
 */
record Scale(double least, double most, double from, double to, double step) {

    private static final int MARKS = 5;

    /** From about the least to about the most value, with round marks. */
    static Scale of(double least, double most, double from, double to) {
        double range = most > least ? most - least : 1;
        double step = round(range / MARKS);
        double first = Math.floor(least / step) * step;
        double last = Math.max(Math.ceil(most / step) * step, first + step);
        return new Scale(first, last, from, to, step);
    }

    private static double round(double rough) {
        double ten = Math.pow(10, Math.floor(Math.log10(rough)));
        double digits = rough / ten;
        return ten * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
    }

    /** The place of a value. */
    double at(double value) {
        return from + (value - least) / (most - least) * (to - from);
    }

    /** The values that have a mark. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        int count = (int) Math.round((most - least) / step);
        for (int i = 0; i <= count; i++) {
            marks.add(least + i * step);
        }
        return marks;
    }
}
