package dev.glimprouter.report.internal.html;

import dev.glimprouter.eval.internal.text.Numbers;

import java.util.Locale;
import java.util.function.DoubleFunction;

/** The parts that charts are drawn from. Lengths are units of the picture. */
final class Svg {

    static final double WIDTH = 440;
    static final double HEIGHT = 280;
    static final double LEFT = 48;
    static final double RIGHT = WIDTH - 22;
    static final double TOP = 14;
    static final double BOTTOM = HEIGHT - 44;

    private final Html html;

    Svg(Html html) {
        this.html = html;
    }

    /** Opens a picture; its name and what it shows are read aloud in its place. */
    Svg open(String id, String title, String about) {
        html.open(
                "svg",
                "viewBox",
                "0 0 " + number(WIDTH) + " " + number(HEIGHT),
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-about");
        html.leaf("title", title, "id", id + "-title").leaf("desc", about, "id", id + "-about");
        return this;
    }

    void close() {
        html.close();
    }

    /** The lower axis with its marks and its name. */
    void across(Scale scale, DoubleFunction<String> label, String name) {
        line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        for (double mark : scale.marks()) {
            line("axis", scale.at(mark), BOTTOM, scale.at(mark), BOTTOM + 4);
            text("mark middle", scale.at(mark), BOTTOM + 18, label.apply(mark));
        }
        text("title middle", (LEFT + RIGHT) / 2, HEIGHT - 6, name);
    }

    /** The left axis with its marks, a thin line across at each. */
    void upwards(Scale scale, DoubleFunction<String> label) {
        for (double mark : scale.marks()) {
            line("grid", LEFT, scale.at(mark), RIGHT, scale.at(mark));
            text("mark end", LEFT - 7, scale.at(mark) + 4, label.apply(mark));
        }
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        html.open(
                        "line",
                        "class",
                        style,
                        "x1",
                        number(x1),
                        "y1",
                        number(y1),
                        "x2",
                        number(x2),
                        "y2",
                        number(y2))
                .close();
    }

    void bar(String style, double x, double y, double width, double height) {
        html.open(
                        "rect",
                        "class",
                        style,
                        "x",
                        number(x),
                        "y",
                        number(y),
                        "width",
                        number(width),
                        "height",
                        number(height))
                .close();
    }

    void dot(String style, double x, double y, double radius) {
        html.open("circle", "class", style, "cx", number(x), "cy", number(y), "r", number(radius))
                .close();
    }

    void text(String style, double x, double y, String text) {
        html.leaf("text", text, "class", style, "x", number(x), "y", number(y));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String plain(double value) {
        return Numbers.plain(Math.rint(1000 * value) / 1000);
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
