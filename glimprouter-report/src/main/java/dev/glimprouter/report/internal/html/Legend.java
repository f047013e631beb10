package dev.glimprouter.report.internal.html;

/** What a colour, its pattern and its letter mean. */
final class Legend {

    private static final String SIDE = "16";

    private Legend() {}

    static void entry(Html html, String fill, String letter, String meaning) {
        html.open("span", "class", "key")
                .open("svg", "width", SIDE, "height", SIDE, "viewBox", "0 0 16 16")
                .open("rect", "class", fill, "width", SIDE, "height", SIDE, "rx", "3")
                .close()
                .close()
                .text(letter.isEmpty() ? " " + meaning : " " + letter + " " + meaning)
                .close();
    }

    /** The patterns that all pictures fill with. */
    static void patterns(Html html) {
        html.open("svg", "class", "patterns", "width", "0", "height", "0", "aria-hidden", "true");
        pattern(html, "stripes-large", "tile-large");
        pattern(html, "stripes-small-read", "tile-small-pale");
        pattern(html, "stripes-large-read", "tile-large-pale");
        html.close();
    }

    private static void pattern(Html html, String id, String tile) {
        html.open(
                        "pattern",
                        "id",
                        id,
                        "width",
                        "6",
                        "height",
                        "6",
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(45)")
                .open("rect", "class", tile, "width", "6", "height", "6")
                .close()
                .open("rect", "class", tile + "-line", "width", "2", "height", "6")
                .close()
                .close();
    }
}
