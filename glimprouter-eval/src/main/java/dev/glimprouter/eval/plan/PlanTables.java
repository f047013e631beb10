package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.internal.text.Table;
import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.reasoning.Writer;

import java.util.ArrayList;
import java.util.List;

/** The tables of a plan. */
final class PlanTables {

    private PlanTables() {}

    static Table speeds(Speeds speeds) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("model", "reads tokens/s", "each reading", "writes tokens/s"));
        for (Writer writer : Writer.values()) {
            Pace pace = speeds.of(writer);
            rows.add(
                    List.of(
                            Words.of(writer),
                            Amounts.speed(pace.prefillSpeed()),
                            Amounts.millis(pace.prefillSeconds()),
                            Amounts.speed(pace.decodeSpeed())));
        }
        return new Table(rows);
    }

    /** What is neither reading nor writing. */
    static String extras(Speeds speeds) {
        String text =
                "A glimpse takes %s more, a verdict %s"
                        .formatted(
                                Amounts.millis(speeds.glimpseSeconds()),
                                Amounts.millis(speeds.verdictSeconds()));
        if (speeds.roundSeconds().isPresent()) {
            text +=
                    ", a batch of drafted tokens %s"
                            .formatted(Amounts.millis(speeds.roundSeconds().getAsDouble()));
        }
        if (speeds.togetherShare() != 1) {
            text +=
                    ", a token of several drafts at once %s of one alone"
                            .formatted(Numbers.percent(speeds.togetherShare()));
        }
        if (speeds.requestSeconds() > 0) {
            text += ", a request %s".formatted(Amounts.millis(speeds.requestSeconds()));
        }
        return text + ", and each question %s.".formatted(Amounts.millis(speeds.questionSeconds()));
    }

    static Table forecasts(List<Forecast> forecasts, boolean priced) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head =
                new ArrayList<>(
                        List.of(
                                "strategy",
                                "known",
                                "questions",
                                "seconds",
                                "95 %",
                                "of large",
                                "steps by large",
                                "small tokens",
                                "large tokens",
                                "by small s",
                                "by large s"));
        if (priced) {
            head.add("cost");
        }
        rows.add(head);
        forecasts.forEach(one -> rows.add(row(one, priced)));
        return new Table(rows);
    }

    private static List<String> row(Forecast one, boolean priced) {
        List<String> row =
                new ArrayList<>(
                        List.of(
                                one.system(),
                                Words.of(one.basis()),
                                Integer.toString(one.questions()),
                                Amounts.seconds(one.seconds()),
                                Amounts.range(one.interval(), Amounts::seconds),
                                one.against()
                                        .map(ratio -> Amounts.factor(ratio.value()))
                                        .orElse(Table.NOTHING),
                                Numbers.percent(one.work().largeShare()),
                                Amounts.tokens(one.work().small().generatedTokens()),
                                Amounts.tokens(one.work().large().generatedTokens()),
                                Amounts.seconds(one.split().bySmall()),
                                Amounts.seconds(one.split().byLarge())));
        if (priced) {
            row.add(Amounts.money(one.cost()));
        }
        return row;
    }

    static Table checks(List<CheckRow> checks) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "strategy",
                        "known",
                        "questions",
                        "foretold s",
                        "measured s",
                        "95 %",
                        "error",
                        "chance alone",
                        "by its own tokens",
                        "against large"));
        for (CheckRow row : checks) {
            Interval interval = row.measured().interval();
            rows.add(
                    List.of(
                            row.system(),
                            Words.of(row.basis()),
                            Integer.toString(row.measured().questions()),
                            Amounts.seconds(row.predicted()),
                            Amounts.seconds(row.measured().value()),
                            Amounts.range(interval, Amounts::seconds),
                            Numbers.signedPercent(row.error()),
                            Double.isFinite(row.chance())
                                    ? "+-" + Numbers.percent(row.chance())
                                    : Table.NOTHING,
                            Numbers.signedPercent(row.ownError()),
                            Double.isFinite(row.errorAgainstLarge())
                                    ? Numbers.signedPercent(row.errorAgainstLarge())
                                    : Table.NOTHING));
        }
        return new Table(rows);
    }

    /** What was left out and foretold again. */
    static String fit(FitQuality fit) {
        return "From %d timed questions. Each fifth foretold by the others from what was done: %s in total, a single question off by %s."
                .formatted(
                        fit.questions(),
                        Numbers.signedPercent(fit.total()),
                        Numbers.percent(fit.each()));
    }

    /** How much faster small is. */
    static String heading(Speeds speeds) {
        return Double.isFinite(speeds.ratio())
                ? "Small writes %s times as fast as large."
                        .formatted(Amounts.factor(speeds.ratio()))
                : "One model alone.";
    }
}
