package dev.glimprouter.eval.calibrate;

import dev.glimprouter.eval.internal.text.MeasuredText;
import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.internal.text.Table;
import dev.glimprouter.eval.run.RunFigures;
import dev.glimprouter.eval.statistics.Measured;
import dev.glimprouter.trace.internal.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A profile as people and programs read it. */
public final class ProfileText {

    private static final List<String> HEAD =
            List.of(
                    "round",
                    "threshold",
                    "steps by large",
                    "95 %",
                    "tokens by large",
                    "95 %",
                    "right",
                    "95 %",
                    "seconds");

    private ProfileText() {}

    /** The rounds, for a terminal. */
    public static String text(Profile profile) {
        return table(profile).text();
    }

    /** The rounds as a Markdown table. */
    public static String markdown(Profile profile) {
        return table(profile).markdown();
    }

    /** The profile as one JSON object on one line, without a line end. */
    public static String json(Profile profile) {
        return Json.text(ProfileCodec.encode(profile));
    }

    /** A round in half a line, while it goes on. */
    public static String line(Round round) {
        return "%s: %s of the steps by large, %s of the tokens, %s right."
                .formatted(
                        round.system(),
                        MeasuredText.percent(round.figures().stepsByLarge()),
                        MeasuredText.percent(round.figures().tokensByLarge()),
                        MeasuredText.percent(round.figures().right()));
    }

    /** What was found, and whether it is what was wanted. */
    public static String sentence(Profile profile) {
        RunFigures found = profile.found().figures();
        String met = profile.reached() ? "" : ", which no threshold that was tried comes nearer to";
        return switch (profile.target()) {
            case Target.Steps(double wanted, _) ->
                    "%s: %s of the steps by large, wanted %s%s."
                            .formatted(
                                    profile.strategy(),
                                    MeasuredText.percent(found.stepsByLarge()),
                                    Numbers.percent(wanted),
                                    met);
            case Target.Tokens(double wanted, _) ->
                    "%s: %s of the tokens by large, wanted %s%s."
                            .formatted(
                                    profile.strategy(),
                                    MeasuredText.percent(found.tokensByLarge()),
                                    Numbers.percent(wanted),
                                    met);
            case Target.Seconds(double wanted, _) ->
                    "%s: %s s a question, wanted %s s%s."
                            .formatted(
                                    profile.strategy(),
                                    MeasuredText.amount(found.seconds()),
                                    Numbers.amount(wanted),
                                    met);
            case Target.NoLoss(double margin) ->
                    "%s: shown to lose at most %s against large, with %s of the steps by large."
                            .formatted(
                                    profile.strategy(),
                                    Numbers.percent(margin),
                                    MeasuredText.percent(found.stepsByLarge()));
        };
    }

    private static Table table(Profile profile) {
        boolean losses = profile.target() instanceof Target.NoLoss;
        List<List<String>> rows = new ArrayList<>();
        rows.add(with(HEAD, losses ? List.of("against large", "95 %", "no loss") : List.of()));
        for (Part part : profile.parts()) {
            String about = part.domain().map(domain -> Json.word(domain) + " ").orElse("");
            for (int i = 0; i < part.rounds().size(); i++) {
                Round round = part.rounds().get(i);
                String name = about + (i + 1) + (round.threshold() == part.threshold() ? " *" : "");
                rows.add(row(name, round, losses));
            }
        }
        profile.whole().ifPresent(round -> rows.add(row("all domains", round, losses)));
        return new Table(rows);
    }

    private static List<String> row(String name, Round round, boolean losses) {
        RunFigures figures = round.figures();
        List<String> row = new ArrayList<>(List.of(name, threshold(round)));
        share(row, figures.stepsByLarge());
        share(row, figures.tokensByLarge());
        share(row, figures.right());
        row.add(MeasuredText.amount(figures.seconds()));
        return losses ? with(row, loss(round)) : row;
    }

    private static String threshold(Round round) {
        return Double.isNaN(round.threshold())
                ? round.system()
                : Double.toString(round.threshold());
    }

    private static void share(List<String> row, Optional<Measured> figure) {
        row.add(MeasuredText.percent(figure));
        row.add(MeasuredText.range(figure));
    }

    private static List<String> loss(Round round) {
        return round.loss()
                .map(
                        loss ->
                                List.of(
                                        Numbers.points(loss.difference().value()),
                                        Numbers.range(
                                                loss.difference().interval(), Numbers::points),
                                        Json.word(loss.verdict())))
                .orElse(List.of(Table.NOTHING, Table.NOTHING, Table.NOTHING));
    }

    private static List<String> with(List<String> row, List<String> more) {
        List<String> all = new ArrayList<>(row);
        all.addAll(more);
        return all;
    }
}
