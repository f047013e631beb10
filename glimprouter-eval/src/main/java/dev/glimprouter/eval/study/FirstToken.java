package dev.glimprouter.eval.study;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A token that steps begin with.
 *
 * @param token its text without outer white space; blank ones together are empty
 * @param steps how many steps begin with it
 * @param questions how many questions they are of
 * @param hInit mean H_init of these steps, in nats
 * @param bleu their mean BLEU-4, 0 to 1; empty where none has one
 */
public record FirstToken(
        String token, int steps, int questions, double hInit, OptionalDouble bleu) {

    /** All of them, from the highest mean H_init down. */
    static List<FirstToken> of(List<PlacedStep> steps) {
        Map<String, List<PlacedStep>> byToken =
                steps.stream()
                        .filter(one -> one.step().hInit().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.step().firstToken().strip(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byToken.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingDouble(FirstToken::hInit)
                                .reversed()
                                .thenComparing(FirstToken::token))
                .toList();
    }

    private static FirstToken of(String token, List<PlacedStep> steps) {
        return new FirstToken(
                token,
                steps.size(),
                (int) steps.stream().map(PlacedStep::question).distinct().count(),
                steps.stream()
                        .mapToDouble(one -> one.step().hInit().orElseThrow())
                        .average()
                        .orElseThrow(),
                steps.stream()
                        .filter(one -> one.step().bleu().isPresent())
                        .mapToDouble(one -> one.step().bleu().orElseThrow())
                        .average());
    }
}
