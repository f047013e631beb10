package dev.glimprouter.report.internal.html;

/** Systems as the page names them: a number, which stands in charts, and the name. */
final class Names {

    private Names() {}

    /** The number in charts. */
    static String number(int system) {
        return Integer.toString(system + 1);
    }

    /** Number and name. */
    static void write(Html html, int system, String name) {
        html.leaf("span", number(system), "class", "number")
                .text(" ")
                .leaf("span", name, "class", "name");
    }

    /** The same as one text. */
    static String text(int system, String name) {
        return number(system) + " " + name;
    }
}
