import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.Trace;
import dev.glimprouter.trace.TraceSummary;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws the trace of a real run as an SVG: {@code Picture TRACE.jsonl OUT.svg}.
 *
 * <p>Run it with the class path of the command line: {@code java -cp 'glimprouter-cli/target/lib/*'
 * tools/Picture.java run.jsonl docs/ask.svg}.
 */
final class Picture {

    private static final int WIDTH = 900;
    private static final int LINE = 19;
    private static final int MARGIN = 18;
    private static final int TEXT_LEFT = 108;
    private static final int COLUMNS = 92;

    private record Line(String mark, String text, String style) {}

    private Picture() {}

    public static void main(String[] args) throws Exception {
        Trace trace = Trace.read(Path.of(args[0]));
        TraceSummary summary = trace.summary();
        List<Line> lines = new ArrayList<>();
        add(lines, "$", question(trace), "quiet");
        lines.add(new Line("", "", "quiet"));
        for (Step step : summary.reasoning().steps()) {
            boolean small = step.writer() == Writer.SMALL;
            String entropy =
                    step.decision()
                            .map(made -> String.format(Locale.ROOT, " %.2f", made.score()))
                            .orElse("");
            add(
                    lines,
                    (small ? "small" : "large") + entropy,
                    step.text(),
                    small ? "small" : "large");
        }
        lines.add(new Line("", "", "quiet"));
        add(lines, "answer", summary.answer(), "answer");
        lines.add(new Line("", "", "quiet"));
        add(lines, "", closing(summary), "quiet");
        Files.writeString(Path.of(args[1]), svg(lines));
    }

    private static String question(Trace trace) {
        String asked = trace.header().question().messages().getLast().content();
        return "./glimprouter ask \"" + asked + "\"";
    }

    private static String closing(TraceSummary summary) {
        return String.format(
                Locale.ROOT,
                "%d steps by the small model, %d by the large one (entropy in nats beside each), %.1f s",
                summary.steps(Writer.SMALL),
                summary.steps(Writer.LARGE),
                summary.nanos() / 1e9);
    }

    private static void add(List<Line> lines, String mark, String text, String style) {
        String next = mark;
        for (String paragraph : text.strip().split("\n")) {
            for (String row : wrap(paragraph)) {
                lines.add(new Line(next, row, style));
                next = "";
            }
        }
    }

    private static List<String> wrap(String text) {
        List<String> rows = new ArrayList<>();
        String rest = text;
        while (rest.length() > COLUMNS) {
            int space = rest.lastIndexOf(' ', COLUMNS);
            int cut = space > 0 ? space : COLUMNS;
            rows.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        rows.add(rest);
        return rows;
    }

    private static String svg(List<Line> lines) {
        int height = lines.size() * LINE + 2 * MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13.5">
                <title>A question answered by a small and a large model</title>
                <style>.quiet{fill:#9aa7b4}.small{fill:#7fd4c1}.large{fill:#ffb86b}.answer{fill:#ffffff;font-weight:bold}</style>
                <rect width="100%%" height="100%%" rx="10" fill="#171c22"/>
                """
                        .formatted(WIDTH, height));
        int y = MARGIN + LINE - 5;
        for (Line line : lines) {
            text(svg, MARGIN, y, line.style(), line.mark());
            text(svg, TEXT_LEFT, y, line.style(), line.text());
            y += LINE;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void text(StringBuilder svg, int x, int y, String style, String content) {
        if (!content.isEmpty()) {
            svg.append(
                    "<text x=\"%d\" y=\"%d\" class=\"%s\" xml:space=\"preserve\">%s</text>\n"
                            .formatted(x, y, style, escape(content)));
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
