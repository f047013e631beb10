package dev.glimprouter.eval.study;

import dev.glimprouter.eval.statistics.Bootstrap;
import dev.glimprouter.eval.statistics.PairedDifference;
import dev.glimprouter.eval.statistics.Repeats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether steps that begin with a word of reflection have another H_init than the others: the "aha"
 * claim in one number. The words are our own choice.
 *
 * @param steps how many steps begin with one, in all questions
 * @param others how many do not
 * @param difference mean H_init of the first minus that of the others, in nats, within the
 *     questions that have both; empty where fewer than 2 have
 */
public record Hesitation(int steps, int others, Optional<PairedDifference> difference) {

    /** What small's version of such a step begins with. */
    static final Pattern WORDS =
            Pattern.compile(
                    "\\s*(?:wait|hmm+|but|however|alternatively|actually|hold on|maybe|perhaps|oh"
                            + "|let me (?:re-?check|double-check|check|verify|reconsider))\\b",
                    Pattern.CASE_INSENSITIVE);

    static Hesitation of(List<PlacedStep> steps, Bootstrap bootstrap) {
        List<PlacedStep> known =
                steps.stream().filter(one -> one.step().hInit().isPresent()).toList();
        Map<Boolean, List<PlacedStep>> parts =
                known.stream().collect(Collectors.partitioningBy(Hesitation::hesitates));
        List<PlacedStep> with = parts.getOrDefault(true, List.of());
        List<PlacedStep> without = parts.getOrDefault(false, List.of());
        List<Repeats> a = byQuestion(with, without);
        List<Repeats> b = byQuestion(without, with);
        return new Hesitation(
                with.size(),
                without.size(),
                a.size() < 2
                        ? Optional.empty()
                        : Optional.of(PairedDifference.of(a, b, bootstrap)));
    }

    private static boolean hesitates(PlacedStep one) {
        return WORDS.matcher(one.step().small().text()).lookingAt();
    }

    /** H_init of steps, of the questions that have others too. */
    private static List<Repeats> byQuestion(List<PlacedStep> steps, List<PlacedStep> others) {
        List<String> questions =
                steps.stream()
                        .map(PlacedStep::question)
                        .filter(others.stream().map(PlacedStep::question).toList()::contains)
                        .distinct()
                        .sorted()
                        .toList();
        List<Repeats> repeats = new ArrayList<>();
        for (String question : questions) {
            repeats.add(
                    new Repeats(
                            question,
                            steps.stream()
                                    .filter(one -> one.question().equals(question))
                                    .map(one -> one.step().hInit().orElseThrow())
                                    .toList()));
        }
        return repeats;
    }
}
