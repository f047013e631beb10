package dev.glimprouter.eval.study;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.internal.text.Table;
import dev.glimprouter.eval.statistics.Humps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How signals are spread, and how they go with H_init. */
final class SignalSections {

    private SignalSections() {}

    static List<StudySection> of(Study study) {
        return List.of(distributions(study), bands(study), relations(study));
    }

    private static StudySection distributions(Study study) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "signal",
                        "steps",
                        "mean",
                        "5 %",
                        "25 %",
                        "median",
                        "75 %",
                        "95 %",
                        "dip",
                        "p",
                        "two or one",
                        "histogram"));
        List<String> says = new ArrayList<>();
        for (Distribution of : study.distributions()) {
            rows.add(row(of));
            of.humps().ifPresent(humps -> says.add(HumpWords.of(of.signal(), humps)));
        }
        missing(study).ifPresent(says::add);
        return StudySection.of("Signals over steps", rows, says);
    }

    private static List<String> row(Distribution of) {
        List<String> row = new ArrayList<>();
        row.add(of.signal().label());
        row.add(Integer.toString(of.steps()));
        row.add(Numbers.times(of.mean()));
        of.quantiles().forEach(value -> row.add(Numbers.times(value)));
        row.add(of.humps().map(Humps::dip).map(Numbers::times).orElse(Table.NOTHING));
        row.add(of.humps().map(Humps::pValue).map(Numbers::p).orElse(Table.NOTHING));
        row.add(of.humps().map(Humps::gain).map(Numbers::amount).orElse(Table.NOTHING));
        row.add(Sparkline.of(of.histogram()));
        return row;
    }

    private static Optional<String> missing(Study study) {
        List<String> why = new ArrayList<>();
        if (!study.header().rules().judged()) {
            why.add("nobody judged");
        }
        if (study.header().rules().embedder().isEmpty()) {
            why.add("no model embedded, so that similarity is missing");
        }
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of("Not looked at: " + String.join("; ", why) + ".");
    }

    private static StudySection bands(Study study) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("quarter by H_init", "steps"));
        List<Signal> shown =
                study.distributions().stream()
                        .map(Distribution::signal)
                        .filter(signal -> signal != Signal.H_INIT)
                        .toList();
        shown.forEach(signal -> head.add(signal.label()));
        rows.add(head);
        for (Band band : study.bands()) {
            List<String> row = new ArrayList<>();
            row.add("%s to %s".formatted(Numbers.times(band.from()), Numbers.times(band.to())));
            row.add(Integer.toString(band.steps()));
            for (Signal signal : shown) {
                Double mean = band.means().get(signal);
                row.add(mean == null ? Table.NOTHING : Numbers.times(mean));
            }
            rows.add(row);
        }
        return StudySection.of("Means by quarters of H_init", rows, List.of());
    }

    private static StudySection relations(Study study) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "H_init with",
                        "rank correlation",
                        "95 %",
                        "steps",
                        "questions",
                        "the paper expects"));
        List<String> says = new ArrayList<>();
        for (Relation of : study.relations()) {
            rows.add(
                    List.of(
                            of.with().label(),
                            signed(of.ranks().value()),
                            Numbers.range(of.ranks().interval(), SignalSections::signed),
                            Integer.toString(of.ranks().points()),
                            Integer.toString(of.ranks().clusters()),
                            of.expected() > 0 ? "above 0" : "below 0"));
            says.add(sentence(of));
        }
        return StudySection.of("Rank correlations with H_init", rows, says);
    }

    private static String sentence(Relation of) {
        String name = of.with().label();
        return switch (of.finding()) {
            case AS_EXPECTED ->
                    "Supported: %s %s as H_init grows."
                            .formatted(name, of.expected() > 0 ? "grows" : "falls");
            case OPPOSITE ->
                    "Contradicted: %s %s as H_init grows."
                            .formatted(name, of.expected() > 0 ? "falls" : "grows");
            case NONE ->
                    "Not supported: the interval of %s %s."
                            .formatted(
                                    name,
                                    of.ranks().interval().known() ? "holds 0" : "is not known");
        };
    }

    private static String signed(double value) {
        return Double.isFinite(value) ? (value > 0 ? "+" : "") + Numbers.times(value) : "undefined";
    }
}
