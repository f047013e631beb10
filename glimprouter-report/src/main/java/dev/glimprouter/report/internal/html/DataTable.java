package dev.glimprouter.report.internal.html;

import java.util.List;

/** A table that scrolls in a box of its own; the first column names the rows. */
final class DataTable {

    private DataTable() {}

    /** Writes it. */
    static void write(Html html, String caption, List<String> head, List<List<String>> rows) {
        html.open("div", scrolling(caption)).open("table");
        html.leaf("caption", caption).open("thead").open("tr");
        head.forEach(cell -> html.leaf("th", cell, "scope", "col"));
        html.close().close().open("tbody");
        for (List<String> row : rows) {
            html.open("tr").leaf("th", row.getFirst(), "scope", "row");
            row.stream().skip(1).forEach(cell -> html.leaf("td", cell));
            html.close();
        }
        html.close().close().close();
    }

    /** A box that scrolls, by keyboard too. */
    static String[] scrolling(String name) {
        return new String[] {
            "class", "scroll", "tabindex", "0", "role", "region", "aria-label", name
        };
    }

    /** The same behind a word, as the text of a picture. */
    static void behind(Html html, String caption, List<String> head, List<List<String>> rows) {
        html.open("details", "class", "data").leaf("summary", "Data");
        write(html, caption, head, rows);
        html.close();
    }
}
