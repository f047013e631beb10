package dev.glimprouter.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a GSM8K solution, with its calculator annotations: {@code 48/2 = <<48/2=24>>24 clips}.
 */
record GoldSentence(String annotated) {

    private static final Pattern ANNOTATION = Pattern.compile("<<([^<>=]*)=([^<>]*)>>");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+");
    private static final Pattern SIGN_BEFORE = Pattern.compile("=\\s*\\$?\\s*$");
    private static final Pattern RESULT = Pattern.compile("\\s*\\$?\\s*(" + NUMBER + ")");

    /** A number of an equation: where it stands in the annotated line. */
    private record Place(int start, int end) {}

    /** An equation that stands in the prose as it does in the annotation. */
    private record Equation(String expression, List<Place> operands, Place result) {}

    /** As a model would write it. */
    String text() {
        return ANNOTATION.matcher(annotated).replaceAll("");
    }

    boolean hasAnnotation() {
        return ANNOTATION.matcher(annotated).find();
    }

    /**
     * Whether it has annotations and their results follow from them, to a hundredth, a per cent, or
     * the next whole number.
     */
    boolean isSure() {
        return hasAnnotation()
                && ANNOTATION
                        .matcher(annotated)
                        .results()
                        .allMatch(
                                match ->
                                        isClose(
                                                GoldExpression.value(match.group(1)),
                                                GoldExpression.value(match.group(2))));
    }

    private static boolean isClose(double value, double result) {
        return !(Math.abs(value - result) > Math.max(0.01, 0.01 * Math.abs(value)))
                || (Math.abs(value - result) < 1 && result == Math.rint(result));
    }

    /**
     * The text with a digit of one number of an equation replaced, so that the equation is false.
     *
     * @return empty if no equation of an annotation stands in the prose
     */
    Optional<String> altered(SplittableRandom random) {
        List<Equation> equations = equations();
        if (equations.isEmpty()) {
            return Optional.empty();
        }
        Equation equation = equations.get(random.nextInt(equations.size()));
        for (int i = 0; i < 100; i++) {
            Optional<String> altered = alter(equation, random);
            if (altered.isPresent()) {
                return altered;
            }
        }
        return Optional.empty();
    }

    private Optional<String> alter(Equation equation, SplittableRandom random) {
        List<Place> places = new ArrayList<>(equation.operands);
        places.add(equation.result);
        int chosen = random.nextInt(places.size());
        Place place = places.get(chosen);
        String before = at(place);
        String after = withOtherDigit(before, random);
        String expression =
                chosen == equation.operands.size()
                        ? equation.expression
                        : replaced(equation.expression, chosen, after.replace(",", ""));
        String result = chosen == equation.operands.size() ? after : at(equation.result);
        double difference = GoldExpression.value(expression) - GoldExpression.value(result);
        boolean isFalse = Math.abs(difference) > 1e-9 && !after.equals(before);
        return isFalse
                ? Optional.of(
                        new GoldSentence(
                                        annotated.substring(0, place.start)
                                                + after
                                                + annotated.substring(place.end))
                                .text())
                : Optional.empty();
    }

    private static String replaced(String expression, int number, String by) {
        MatchResult match = NUMBER.matcher(expression).results().toList().get(number);
        return expression.substring(0, match.start()) + by + expression.substring(match.end());
    }

    private static String withOtherDigit(String number, SplittableRandom random) {
        int[] digits = number.chars().map(c -> c == '.' || c == ',' ? 0 : 1).toArray();
        int at = random.nextInt(number.length());
        while (digits[at] == 0) {
            at = random.nextInt(number.length());
        }
        return number.substring(0, at)
                + (char) ('1' + random.nextInt(9))
                + number.substring(at + 1);
    }

    private String at(Place place) {
        return annotated.substring(place.start, place.end);
    }

    private List<Equation> equations() {
        List<Equation> equations = new ArrayList<>();
        Matcher annotation = ANNOTATION.matcher(annotated);
        while (annotation.find()) {
            equation(annotation).ifPresent(equations::add);
        }
        return equations;
    }

    private Optional<Equation> equation(Matcher annotation) {
        Matcher result = RESULT.matcher(annotated).region(annotation.end(), annotated.length());
        String before = blanked(annotated.substring(0, annotation.start()));
        if (!SIGN_BEFORE.matcher(before).find() || !result.lookingAt()) {
            return Optional.empty();
        }
        List<MatchResult> wanted = NUMBER.matcher(annotation.group(1)).results().toList();
        List<MatchResult> written = NUMBER.matcher(before).results().toList();
        if (written.size() < wanted.size()) {
            return Optional.empty();
        }
        List<MatchResult> last = written.subList(written.size() - wanted.size(), written.size());
        for (int i = 0; i < wanted.size(); i++) {
            if (!sameNumber(wanted.get(i).group(), last.get(i).group())) {
                return Optional.empty();
            }
        }
        return sameNumber(annotation.group(2), result.group(1))
                ? Optional.of(
                        new Equation(
                                annotation.group(1),
                                last.stream().map(m -> new Place(m.start(), m.end())).toList(),
                                new Place(result.start(1), result.end(1))))
                : Optional.empty();
    }

    /** Without annotations, each character where it was. */
    private static String blanked(String text) {
        return ANNOTATION.matcher(text).replaceAll(match -> " ".repeat(match.group().length()));
    }

    private static boolean sameNumber(String one, String other) {
        return GoldExpression.value(one) == GoldExpression.value(other);
    }
}
