package dev.glimprouter.report.internal.html;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.run.RunSummary;
import dev.glimprouter.eval.statistics.Proportion;
import dev.glimprouter.report.internal.figures.SystemFigures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Accuracy of each system with its interval, against a cost. Systems that differ in their
 * parameters alone are joined by a line: a sweep.
 *
 * @param axis the cost
 * @param points a point for each system that has both
 */
record ScatterChart(Axis axis, List<Point> points) {

    private static final double RADIUS = 9;

    /**
     * A cost.
     *
     * @param name beside the axis
     * @param about in a sentence
     * @param missing what to say where no system has it
     * @param label of a mark
     */
    record Axis(String name, String about, String missing, DoubleFunction<String> label) {}

    /**
     * A system.
     *
     * @param number its place in the summary, from 0
     * @param name what it is called
     * @param cost where it stands
     * @param accuracy with the interval
     */
    record Point(int number, String name, double cost, Proportion accuracy) {

        /** The strategy without its parameters. */
        String family() {
            return name.replaceAll("\\([^()]*\\)", "");
        }
    }

    static ScatterChart of(
            List<SystemFigures> systems, Axis axis, ToDoubleFunction<RunSummary> cost) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            SystemFigures system = systems.get(i);
            if (system.run().isPresent() && system.run().get().accuracy().isPresent()) {
                RunSummary run = system.run().get();
                double at = cost.applyAsDouble(run);
                if (Double.isFinite(at)) {
                    points.add(new Point(i, system.name(), at, run.accuracy().orElseThrow()));
                }
            }
        }
        return new ScatterChart(axis, points);
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    void write(Html html, String id) {
        String title = "Accuracy against " + axis.about();
        html.open("figure").leaf("figcaption", title);
        Svg svg = new Svg(html);
        svg.open(id, title, about());
        Scale across = Scale.of(0, most(Point::cost), Svg.LEFT, Svg.RIGHT);
        Scale upwards =
                Scale.of(
                        points.stream()
                                .mapToDouble(point -> point.accuracy().interval().lower())
                                .min()
                                .orElse(0),
                        most(point -> point.accuracy().interval().upper()),
                        Svg.BOTTOM,
                        Svg.TOP);
        svg.upwards(upwards, Svg::percent);
        svg.across(across, axis.label(), axis.name());
        curves().forEach(curve -> curve(svg, curve, across, upwards));
        points.forEach(point -> point(svg, point, across, upwards));
        svg.close();
        DataTable.behind(
                html,
                title,
                List.of("system", axis.name(), "right", "95 %"),
                points.stream().map(this::row).toList());
        html.close();
    }

    private double most(ToDoubleFunction<Point> of) {
        return points.stream().mapToDouble(of).max().orElse(1);
    }

    private String about() {
        return points.stream()
                .map(
                        point ->
                                "%s: %s right at %s"
                                        .formatted(
                                                Names.text(point.number(), point.name()),
                                                Numbers.percent(point.accuracy().value()),
                                                Numbers.amount(point.cost())))
                .collect(Collectors.joining("; "));
    }

    private List<String> row(Point point) {
        return List.of(
                Names.text(point.number(), point.name()),
                axis.label().apply(point.cost()),
                Numbers.percent(point.accuracy().value()),
                Numbers.percent(point.accuracy().interval()));
    }

    private List<List<Point>> curves() {
        Map<String, List<Point>> families = new LinkedHashMap<>();
        points.forEach(
                point ->
                        families.computeIfAbsent(point.family(), _ -> new ArrayList<>())
                                .add(point));
        return families.values().stream()
                .filter(family -> family.size() > 1)
                .map(
                        family ->
                                family.stream()
                                        .sorted(Comparator.comparingDouble(Point::cost))
                                        .toList())
                .toList();
    }

    private static void curve(Svg svg, List<Point> curve, Scale across, Scale upwards) {
        for (int i = 1; i < curve.size(); i++) {
            Point from = curve.get(i - 1);
            Point to = curve.get(i);
            svg.line(
                    "curve",
                    across.at(from.cost()),
                    upwards.at(from.accuracy().value()),
                    across.at(to.cost()),
                    upwards.at(to.accuracy().value()));
        }
    }

    private static void point(Svg svg, Point point, Scale across, Scale upwards) {
        double x = across.at(point.cost());
        double low = upwards.at(point.accuracy().interval().lower());
        double high = upwards.at(point.accuracy().interval().upper());
        double y = upwards.at(point.accuracy().value());
        svg.line("whisker", x, low, x, high);
        svg.line("whisker", x - 4, low, x + 4, low);
        svg.line("whisker", x - 4, high, x + 4, high);
        svg.dot("dot", x, y, RADIUS);
        svg.text("label middle", x, y + 4, Names.number(point.number()));
    }
}
