package dev.glimprouter.report.internal.html;

import dev.glimprouter.report.internal.figures.Figures;

import java.util.ArrayList;
import java.util.List;

/** Where the script puts the single questions. */
final class QuestionSection implements Section {

    @Override
    public String id() {
        return "questions";
    }

    @Override
    public String title() {
        return "Questions";
    }

    @Override
    public boolean appliesTo(Figures figures) {
        return true;
    }

    @Override
    public void write(Html html, Figures figures) {
        if (!figures.publishable()) {
            html.leaf("p", whyWithoutTexts(figures), "class", "warning");
        }
        html.open("noscript")
                .leaf(
                        "p",
                        "The single questions need this page's own script, which is switched off"
                                + " here. All figures above are complete.",
                        "class",
                        "note")
                .close();
        filter(html, figures);
        html.open("p", "id", "found", "role", "status", "class", "note").close();
        html.open("div", "id", "list").close();
        html.leaf("button", "Show more", "id", "more", "type", "button", "hidden", "");
    }

    private static String whyWithoutTexts(Figures figures) {
        boolean secret = figures.headers().stream().anyMatch(run -> !run.data().publishable());
        return secret
                ? "The authors of this dataset ask that its texts are not published: questions and"
                        + " all that the models wrote are left out here."
                : "Questions and all that the models wrote were left out of this page on request.";
    }

    private static void filter(Html html, Figures figures) {
        html.open("form", "id", "filter", "class", "filter", "hidden", "");
        choice(html, "system", "System", systems(figures));
        choice(
                html,
                "mark",
                "Came out",
                List.of(
                        new Option("", "all"),
                        new Option("r", "right"),
                        new Option("w", "wrong"),
                        new Option("u", "unscored"),
                        new Option("f", "failed"),
                        new Option("d", "not alike in all systems")));
        html.open("label", "for", "search")
                .text("Name")
                .lone(
                        "input",
                        "id",
                        "search",
                        "type",
                        "search",
                        "autocomplete",
                        "off",
                        "spellcheck",
                        "false",
                        "placeholder",
                        "part of a question's name")
                .close()
                .close();
    }

    private static List<Option> systems(Figures figures) {
        List<Option> options = new ArrayList<>(List.of(new Option("", "any")));
        for (int i = 0; i < figures.systems().size(); i++) {
            options.add(
                    new Option(
                            Integer.toString(i), Names.text(i, figures.systems().get(i).name())));
        }
        return options;
    }

    /** One value of a choice. */
    private record Option(String value, String words) {}

    private static void choice(Html html, String id, String label, List<Option> options) {
        html.open("label", "for", id).text(label).open("select", "id", id);
        options.forEach(one -> html.leaf("option", one.words(), "value", one.value()));
        html.close().close();
    }
}
