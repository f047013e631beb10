package dev.glimprouter.eval.plan;

import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.Phases;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Speeds by the phases of timed questions: the time of each phase divided by what was done in it.
 * So the questions that were fitted add up to what they took.
 */
final class SpeedFit {

    private static final double NANOS = 1e9;

    private final List<Recorded> all;

    private SpeedFit(List<Recorded> timed) {
        this.all = timed;
    }

    /** Of timed questions; what no question tells is unknown, or 0 where it is an extra. */
    static Speeds of(List<Recorded> timed) {
        return timed.isEmpty() ? Speeds.UNKNOWN : new SpeedFit(timed).speeds();
    }

    private Speeds speeds() {
        double small = smallDecode();
        double large = largeDecode();
        double requests = sum(one -> one.work().small().requests() + one.work().large().requests());
        double rest = seconds(Phases::otherNanos);
        return new Speeds(
                pace(Writer.SMALL, small),
                pace(Writer.LARGE, large),
                glimpse(small),
                ratio(
                        seconds(Phases::judgeNanos),
                        sum(one -> one.work().small().verdicts() + one.work().large().verdicts())),
                round(small, large),
                together(small),
                requests > 0 ? rest / requests : 0,
                requests > 0 ? 0 : rest / all.size());
    }

    private Pace pace(Writer writer, double decodeSeconds) {
        List<Stretch> stretches =
                all.stream()
                        .flatMap(one -> one.timing().stretches().stream())
                        .filter(stretch -> stretch.writer() == writer && stretch.tokens() > 0)
                        .toList();
        if (stretches.isEmpty()) {
            return new Pace(Double.NaN, 0, decodeSeconds);
        }
        LineFit line = LineFit.of(stretches);
        return new Pace(line.token(), line.each(), decodeSeconds);
    }

    /** By questions without drafts that were written together, where there are any. */
    private double smallDecode() {
        List<Recorded> plain = all.stream().filter(one -> together(one) == 0).toList();
        for (List<Recorded> some : List.of(plain, all)) {
            double decodes = sum(some, one -> one.timing().smallDecodes());
            if (decodes > 0) {
                return sum(some, one -> one.timing().phases().smallDecodeNanos()) / NANOS / decodes;
            }
        }
        double drafted = sum(one -> one.work().large().draftedTokens());
        return drafted > 0 ? sum(one -> one.timing().draftNanos()) / NANOS / drafted : Double.NaN;
    }

    /** What is left of the time of questions with such drafts, for each of their tokens. */
    private double together(double decodeSeconds) {
        List<Recorded> some = all.stream().filter(one -> together(one) > 0).toList();
        double tokens = sum(some, SpeedFit::together);
        double took = sum(some, one -> one.timing().phases().smallDecodeNanos()) / NANOS;
        double alone = sum(some, one -> one.timing().smallDecodes()) - tokens;
        return tokens > 0 && decodeSeconds > 0
                ? Math.max(0, took / decodeSeconds - alone) / tokens
                : 1;
    }

    private static double together(Recorded one) {
        return one.work().small().togetherTokens();
    }

    /** By questions without drafted tokens, where there are any. */
    private double largeDecode() {
        List<Recorded> plain = all.stream().filter(one -> !isDrafted(one)).toList();
        double decodes = sum(plain, one -> one.timing().largeDecodes());
        if (decodes > 0) {
            return sum(plain, one -> one.timing().phases().largeDecodeNanos()) / NANOS / decodes;
        }
        double batches = sum(one -> one.timing().largeDecodes() + one.work().large().rounds());
        return batches > 0 ? verifying() / batches : Double.NaN;
    }

    /** What is left of the time of questions with drafted tokens, for each of their batches. */
    private OptionalDouble round(double smallDecode, double largeDecode) {
        List<Recorded> drafted = all.stream().filter(SpeedFit::isDrafted).toList();
        double rounds = sum(drafted, one -> one.work().large().rounds());
        double took = sum(drafted, one -> one.timing().phases().largeDecodeNanos()) / NANOS;
        double plain = sum(drafted, one -> one.timing().largeDecodes()) * largeDecode;
        double drafting = sum(drafted, one -> one.work().large().draftedTokens()) * smallDecode;
        return rounds > 0
                ? OptionalDouble.of(Math.max(0, took - plain - drafting) / rounds)
                : OptionalDouble.empty();
    }

    /** Seconds of large's decoding with drafts, without the drafting. */
    private double verifying() {
        return all.stream()
                .filter(SpeedFit::isDrafted)
                .mapToDouble(
                        one -> one.timing().phases().largeDecodeNanos() - one.timing().draftNanos())
                .map(nanos -> nanos / NANOS)
                .sum();
    }

    private static boolean isDrafted(Recorded one) {
        return one.work().large().rounds() > 0;
    }

    private double glimpse(double decodeSeconds) {
        double decodes = sum(one -> one.timing().glimpseDecodes());
        double decoding = decodes > 0 ? decodes * decodeSeconds : 0;
        double beside = Math.max(0, seconds(Phases::glimpseNanos) - decoding);
        return ratio(Double.isNaN(beside) ? 0 : beside, sum(one -> one.work().glimpses()));
    }

    private static double ratio(double over, double under) {
        return under > 0 ? over / under : 0;
    }

    private double seconds(ToDoubleFunction<Phases> phase) {
        return sum(one -> phase.applyAsDouble(one.timing().phases())) / NANOS;
    }

    private double sum(ToDoubleFunction<Recorded> what) {
        return sum(all, what);
    }

    private static double sum(List<Recorded> some, ToDoubleFunction<Recorded> what) {
        return some.stream().mapToDouble(what).sum();
    }
}
