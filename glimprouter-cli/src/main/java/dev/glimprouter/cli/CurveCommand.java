package dev.glimprouter.cli;

import dev.glimprouter.eval.curve.Curve;
import dev.glimprouter.eval.curve.CurveCsv;
import dev.glimprouter.eval.curve.CurveJson;
import dev.glimprouter.eval.curve.CurvePlan;
import dev.glimprouter.eval.curve.CurveTable;
import dev.glimprouter.eval.runner.Marking;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** {@code curve}: accuracy against what large writes. */
@Command(
        name = "curve",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Sweep a threshold: accuracy against what large writes.",
        description = {
            "Asks the questions of a dataset under a strategy at several thresholds, under random"
                    + " writers at the rate of each (the control), under other strategies at about"
                    + " that rate, and under each model alone. See docs/calibration.md.",
            "",
            "All are run files of eval. Stopped at any moment, the same command goes on where it"
                    + " was. The seed is 1 unless you give one."
        },
        footer = {
            "",
            "Exit codes: 0 all questions were asked, also if some failed, 2 wrong usage or a run"
                    + " that was begun otherwise, "
                    + ExitCode.WHILE_ASKING
        })
final class CurveCommand implements Callable<Integer> {

    @Mixin CurveOptions options = new CurveOptions();

    @Mixin ColourOption colour = new ColourOption();

    @Mixin HelpOptions help = new HelpOptions();

    private final World outside;

    CurveCommand(World outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        World world = colour.applyTo(outside);
        boolean csv = options.form.csv();
        FormOptions.Form form = options.form.form();
        EvalSetup setup = EvalSetup.of(world, options);
        CurvePlan plan = options.plan(setup);
        Marking marking =
                Examiner.marking(world, options.effort.allowCode, setup.plan().dataset().task());
        Curve curve;
        try (EngineRoom room = setup.open()) {
            curve = Curve.of(plan, new Examiner(world, room, marking));
        }
        if (csv) {
            world.out().print(CurveCsv.of(curve));
        } else {
            print(world.out(), form, curve);
        }
        return ExitCode.OK;
    }

    private static void print(Printer out, FormOptions.Form form, Curve curve) {
        switch (form) {
            case JSON -> out.line(CurveJson.of(curve));
            case MARKDOWN -> out.print(new CurveTable(curve).markdown());
            case TEXT -> out.print(Visible.text(new CurveTable(curve).text()));
        }
    }
}
