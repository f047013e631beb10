package dev.glimprouter.eval.internal.data;

import dev.glimprouter.eval.data.Problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Problems of LiveCodeBench that its authors list as not fairly gradable.
 *
 * <p>Source: ERRATA.md of github.com/LiveCodeBench/LiveCodeBench at commit 28fef95. AtCoder's are
 * known by id, LeetCode's by the name in their address, which is their title with hyphens.
 */
final class DoubtfulProblems {

    private static final String SEVERAL = "more than one output is right and one is accepted";
    private static final String INTERACTIVE = "it needs a dialogue with the judge";
    private static final String TESTS = "a test is wrong";

    private static final Map<String, String> DOUBTS =
            Stream.of(
                            listed(
                                    SEVERAL,
                                    "abc311_c",
                                    "abc326_d",
                                    "abc327_b",
                                    "abc333_e",
                                    "abc343_a",
                                    "abc343_e",
                                    "abc362_c",
                                    "arc185_c",
                                    "find-words-containing-character",
                                    "find-the-peaks",
                                    "generate-binary-strings-without-adjacent-zeros"),
                            listed(INTERACTIVE, "abc337_e", "abc355_e"),
                            listed(
                                    TESTS,
                                    "abc350_c",
                                    "arc189_a",
                                    "apply-operations-to-make-string-empty",
                                    "most-frequent-ids"))
                    .flatMap(map -> map.entrySet().stream())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private DoubtfulProblems() {}

    /** What is doubted about a problem of that id or title. */
    static Optional<String> doubt(String idOrTitle) {
        return Optional.ofNullable(
                DOUBTS.get(idOrTitle.strip().toLowerCase(java.util.Locale.ROOT).replace(' ', '-')));
    }

    /** One note that names those that are there. */
    static List<String> notes(List<Problem> problems) {
        List<String> doubtful =
                problems.stream()
                        .filter(problem -> problem.caveat().isPresent())
                        .map(Problem::id)
                        .toList();
        return doubtful.isEmpty()
                ? List.of()
                : List.of(
                        "listed by the authors as not fairly gradable: "
                                + String.join(", ", doubtful));
    }

    private static Map<String, String> listed(String doubt, String... names) {
        return Stream.of(names).collect(Collectors.toMap(name -> name, _ -> doubt));
    }
}
