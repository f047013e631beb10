package dev.glimprouter.eval.study;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.internal.text.Table;
import dev.glimprouter.eval.statistics.PairedDifference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What steps begin with, from the highest H_init down: the "aha" claim. */
final class FirstTokenSection {

    private static final int SHOWN = 12;
    private static final int LEAST_STEPS = 3;

    private FirstTokenSection() {}

    static StudySection of(Study study) {
        List<FirstToken> often =
                study.firstTokens().stream().filter(one -> one.steps() >= LEAST_STEPS).toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("first token", "steps", "questions", "mean H_init", "mean BLEU-4"));
        shown(often).forEach(one -> rows.add(row(one)));
        List<String> says = new ArrayList<>();
        says.add(
                "%d different first tokens; those that begin %d steps or more are ranked by mean H_init%s."
                        .formatted(
                                study.firstTokens().size(),
                                LEAST_STEPS,
                                often.size() > 2 * SHOWN
                                        ? ", the first and last %d of %d"
                                                .formatted(SHOWN, often.size())
                                        : ""));
        says.add(hesitation(study.hesitation()));
        return StudySection.of("First tokens", rows, says);
    }

    private static Stream<FirstToken> shown(List<FirstToken> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i < SHOWN || i >= all.size() - SHOWN)
                .mapToObj(all::get);
    }

    private static List<String> row(FirstToken of) {
        return List.of(
                of.token().isEmpty() ? "(blank)" : of.token().replaceAll("\\s+", " "),
                Integer.toString(of.steps()),
                Integer.toString(of.questions()),
                Numbers.times(of.hInit()),
                of.bleu().isPresent() ? Numbers.times(of.bleu().getAsDouble()) : Table.NOTHING);
    }

    private static String hesitation(Hesitation of) {
        if (of.difference().isEmpty()) {
            return "Words of reflection (wait, but, however, ...) begin %d of %d steps: too few questions have both kinds to compare their H_init."
                    .formatted(of.steps(), of.steps() + of.others());
        }
        PairedDifference d = of.difference().get();
        boolean known = d.byT().known() && !d.byT().contains(0);
        return "%s: steps that begin with a word of reflection (%d of %d) have an H_init that is %s nats %s (%s) than that of the others of the same question."
                .formatted(
                        known && d.value() > 0
                                ? "Supported"
                                : known ? "Contradicted" : "Not supported",
                        of.steps(),
                        of.steps() + of.others(),
                        Numbers.times(Math.abs(d.value())),
                        d.value() < 0 ? "lower" : "higher",
                        Numbers.range(d.byT(), Numbers::times));
    }
}
