package dev.glimprouter.report.internal.html;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.statistics.Histogram;
import dev.glimprouter.report.internal.figures.GlimpseFigures;
import dev.glimprouter.report.internal.figures.SystemFigures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often each H_init was seen, by who wrote the step, with a line at tau.
 *
 * @param number of the system, from 0
 * @param system whose steps
 */
record HistogramChart(int number, SystemFigures system) {

    private static final int MOST_BINS = 32;
    private static final int LEAST_BINS = 24;
    private static final int FEW = 4;

    /**
     * A bin.
     *
     * @param from its lower edge in nats
     * @param to its upper edge
     * @param small steps in it that small wrote
     * @param large those that large wrote
     */
    private record Bin(double from, double to, int small, int large) {

        int count() {
            return small + large;
        }
    }

    boolean isEmpty() {
        return glimpses().count() == 0;
    }

    private GlimpseFigures glimpses() {
        return system.glimpses();
    }

    void write(Html html) {
        List<Bin> bins = bins();
        String title = "H_init under " + system.name();
        html.open("figure").open("figcaption");
        Names.write(html, number, system.name());
        html.close();
        Svg svg = new Svg(html);
        svg.open("glimpses-" + number, title, about());
        Scale across = Scale.of(0, bins.getLast().to(), Svg.LEFT, Svg.RIGHT);
        int most = bins.stream().mapToInt(Bin::count).max().orElse(1);
        Scale upwards = Scale.of(0, most, Svg.BOTTOM, Svg.TOP);
        svg.upwards(upwards, Svg::plain);
        bins.forEach(bin -> bar(svg, bin, across, upwards));
        svg.across(across, Svg::plain, "H_init in nats");
        glimpses().tau().ifPresent(tau -> tau(svg, tau, across));
        svg.close();
        html.leaf("p", about(), "class", "note");
        DataTable.behind(
                html,
                title + ": steps by H_init",
                List.of("nats", "by small", "by large"),
                bins.stream().map(HistogramChart::row).toList());
        html.close();
    }

    private static void bar(Svg svg, Bin bin, Scale across, Scale upwards) {
        double x = across.at(bin.from()) + 0.5;
        double width = Math.max(1, across.at(bin.to()) - across.at(bin.from()) - 1);
        double small = upwards.at(bin.small());
        double top = upwards.at(bin.count());
        if (bin.small() > 0) {
            svg.bar("small", x, small, width, Svg.BOTTOM - small);
        }
        if (bin.large() > 0) {
            svg.bar("large", x, top, width, small - top);
        }
    }

    private static void tau(Svg svg, double tau, Scale across) {
        if (tau >= across.least() && tau <= across.most()) {
            double x = across.at(tau);
            svg.line("tau", x, Svg.TOP - 6, x, Svg.BOTTOM);
            boolean left = x > (Svg.LEFT + Svg.RIGHT) / 2;
            svg.text(
                    left ? "mark end strong" : "mark strong",
                    left ? x - 6 : x + 6,
                    Svg.TOP + 4,
                    "tau " + Numbers.plain(tau));
        }
    }

    private String about() {
        GlimpseFigures of = glimpses();
        String steps = Numbers.count(of.count(), "glimpsed step", "glimpsed steps");
        String share =
                "%s by large".formatted(Numbers.percent((double) of.large().size() / of.count()));
        return of.tau().isPresent()
                ? "%s, %s; tau is %s."
                        .formatted(steps, share, Numbers.plain(of.tau().getAsDouble()))
                : "%s, %s; no one threshold on H_init decided.".formatted(steps, share);
    }

    private List<Bin> bins() {
        double[] all = glimpses().all();
        int count = Math.clamp(Histogram.of(all).counts().size(), least(all.length), MOST_BINS);
        Histogram grid = Histogram.of(count, all);
        int[] small = counts(grid, glimpses().small());
        int[] large = counts(grid, glimpses().large());
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double from = grid.from() + i * grid.width();
            bins.add(new Bin(from, from + grid.width(), small[i], large[i]));
        }
        return bins;
    }

    /** So many bins at least that one sees which side of tau a step is on. */
    private static int least(int values) {
        return Math.clamp(values / FEW, 1, LEAST_BINS);
    }

    private static int[] counts(Histogram grid, List<Double> values) {
        int[] counts = new int[grid.counts().size()];
        for (double value : values) {
            counts[Math.min(counts.length - 1, (int) ((value - grid.from()) / grid.width()))]++;
        }
        return counts;
    }

    private static List<String> row(Bin bin) {
        return List.of(
                String.format(Locale.ROOT, "%.3f to %.3f", bin.from(), bin.to()),
                Integer.toString(bin.small()),
                Integer.toString(bin.large()));
    }
}
