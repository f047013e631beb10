package dev.glimprouter.eval.study;

import dev.glimprouter.eval.run.RunHeader;
import dev.glimprouter.reasoning.Writer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A study as the parts of a report. */
final class StudySections {

    private static final int FEW = 20;

    private StudySections() {}

    static List<StudySection> of(Study study) {
        return Stream.of(
                        List.of(what(study)),
                        SignalSections.of(study),
                        List.of(FirstTokenSection.of(study)),
                        study.header().rules().forks() > 0
                                ? List.of(ForkSection.of(study))
                                : List.<StudySection>of())
                .flatMap(List::stream)
                .toList();
    }

    private static StudySection what(Study of) {
        RunHeader run = of.header().run();
        List<String> says = new ArrayList<>();
        says.add(
                "%s, following %s, seed %d; small is %s, large is %s."
                        .formatted(
                                run.data().name(),
                                run.system(),
                                run.config().seed(),
                                model(run, Writer.SMALL),
                                model(run, Writer.LARGE)));
        run.data().notes().stream().map(note -> "Questions: " + note + ".").forEach(says::add);
        says.add(
                "%d of %d questions were studied, %d failed; %d answers are right, %d wrong, %d not graded. Both models wrote %d steps."
                        .formatted(
                                of.questions(),
                                run.data().questions(),
                                of.failed(),
                                of.right(),
                                of.wrong(),
                                of.questions() - of.failed() - of.right() - of.wrong(),
                                of.steps()));
        if (of.questions() - of.failed() < FEW) {
            says.add(
                    "Fewer than %d questions: the intervals are too short, and nothing below is more than a look."
                            .formatted(FEW));
        }
        return StudySection.of("Study", List.of(), says);
    }

    private static String model(RunHeader run, Writer writer) {
        var info = run.models().get(writer);
        return info == null ? "unknown" : info.model();
    }
}
