package dev.glimprouter.benchmarks;

import dev.glimprouter.check.ArithmeticCheck;
import dev.glimprouter.check.StepCheck;
import dev.glimprouter.testkit.HardTexts;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How reliable and how fast the symbolic check is, on the solutions of GSM8K: true sentences that
 * it objects to, sentences with one number altered that it objects to, time for a step, and for
 * texts that are built to blow it up.
 *
 * <pre>benchmarks/symbolic-check.sh DATA [SEED [misses]]</pre>
 */
public final class SymbolicCheck {

    private static final int ROUNDS = 20;
    private static final double LEAST_FOUND = 0.8;
    private static final double MOST_STEP_MICROS = 1000;
    private static final double MOST_HARD_MILLIS = 50;
    private static final int HARD_SHOWN = 3;

    private final StepCheck check = new ArithmeticCheck();
    private final List<GoldSentence> sentences;
    private boolean passed = true;

    private SymbolicCheck(List<GoldSentence> sentences) {
        this.sentences = sentences;
    }

    /** The data file; a seed; "misses" to list what was not found. */
    public static void main(String[] arguments) throws IOException {
        long seed = Long.parseLong(arguments[1]);
        SymbolicCheck measurement = new SymbolicCheck(read(Path.of(arguments[0])));
        measurement.trueSentences();
        measurement.alteredSentences(seed, arguments[2].equals("misses"));
        measurement.stepTimes();
        measurement.hardTexts();
        System.out.println(measurement.passed ? "PASSED" : "FAILED");
        if (!measurement.passed) {
            System.exit(1);
        }
    }

    private static List<GoldSentence> read(Path file) throws IOException {
        JsonMapper json = JsonMapper.shared();
        return Files.readAllLines(file).stream()
                .flatMap(line -> json.readTree(line).get("answer").asString().lines())
                .filter(line -> !line.isBlank() && !line.startsWith("####"))
                .map(GoldSentence::new)
                .toList();
    }

    private void trueSentences() {
        List<GoldSentence> sure = sentences.stream().filter(GoldSentence::isSure).toList();
        List<GoldSentence> unsure =
                sentences.stream().filter(sentence -> !sentence.hasAnnotation()).toList();
        System.out.printf(
                "%d sentences, of which %d have annotations that are false and are left out%n",
                sentences.size(), sentences.size() - sure.size() - unsure.size());
        require(rejected("annotations that are true", sure) == 0);
        rejected("no annotation, so that a rejection has to be judged by eye", unsure);
    }

    private int rejected(String which, List<GoldSentence> some) {
        int rejected = 0;
        for (GoldSentence sentence : some) {
            Optional<String> objection = check.objection(sentence.text());
            if (objection.isPresent()) {
                rejected++;
                System.out.printf("  %s%n    in: %s%n", objection.get(), sentence.annotated());
            }
        }
        System.out.printf("%d of %d rejected (%s)%n", rejected, some.size(), which);
        return rejected;
    }

    private void alteredSentences(long seed, boolean listed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> altered =
                sentences.stream()
                        .filter(GoldSentence::isSure)
                        .flatMap(sentence -> sentence.altered(random).stream())
                        .toList();
        List<String> missed =
                altered.stream().filter(text -> check.objection(text).isEmpty()).toList();
        double found = 1 - (double) missed.size() / altered.size();
        System.out.printf(
                Locale.ROOT,
                "%d sentences with one digit of an equation altered (seed %d): %.1f %% rejected,"
                        + " at least %.0f %% wanted%n",
                altered.size(),
                seed,
                100 * found,
                100 * LEAST_FOUND);
        if (listed) {
            missed.forEach(text -> System.out.println("  missed: " + text));
        }
        require(found >= LEAST_FOUND);
    }

    private void stepTimes() {
        List<String> texts = sentences.stream().map(GoldSentence::text).toList();
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            nanos.clear();
            texts.forEach(text -> nanos.add(nanosFor(text)));
        }
        nanos.sort(Comparator.naturalOrder());
        double p99 = micros(nanos, 0.99);
        System.out.printf(
                Locale.ROOT,
                "time for a step after %d rounds, microseconds: median %.1f, 99th percentile %.1f,"
                        + " largest %.1f; less than %.0f wanted%n",
                ROUNDS - 1,
                micros(nanos, 0.5),
                p99,
                micros(nanos, 1),
                MOST_STEP_MICROS);
        require(p99 < MOST_STEP_MICROS);
    }

    private void hardTexts() {
        record Hard(String text, double millis) {}
        List<Hard> hard =
                HardTexts.all().stream()
                        .map(text -> new Hard(text, nanosFor(text) / 1e6))
                        .sorted(Comparator.comparingDouble(Hard::millis).reversed())
                        .toList();
        System.out.printf(
                Locale.ROOT,
                "%d texts built to blow it up, each for the first time; at most %.0f ms wanted;"
                        + " the slowest:%n",
                hard.size(),
                MOST_HARD_MILLIS);
        for (Hard one : hard.subList(0, HARD_SHOWN)) {
            System.out.printf(
                    Locale.ROOT,
                    "  %.2f ms: %d characters, %s...%n",
                    one.millis(),
                    one.text().length(),
                    one.text().substring(0, Math.min(12, one.text().length())).strip());
        }
        require(hard.getFirst().millis() <= MOST_HARD_MILLIS);
    }

    private long nanosFor(String text) {
        long start = System.nanoTime();
        Optional<String> objection = check.objection(text);
        long nanos = System.nanoTime() - start;
        if (objection.isPresent() && objection.get().isEmpty()) {
            throw new IllegalStateException("an objection without words");
        }
        return nanos;
    }

    private static double micros(List<Long> sorted, double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1000.0;
    }

    private void require(boolean reached) {
        passed &= reached;
    }
}
