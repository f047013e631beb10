package dev.glimprouter.cli;

import dev.glimprouter.eval.calibrate.Calibration;
import dev.glimprouter.eval.calibrate.CalibrationPlan;
import dev.glimprouter.eval.calibrate.Profile;
import dev.glimprouter.eval.calibrate.ProfileFile;
import dev.glimprouter.eval.calibrate.ProfileText;
import dev.glimprouter.eval.calibrate.Round;
import dev.glimprouter.eval.runner.Marking;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code calibrate}: a threshold from held-out questions. */
@Command(
        name = "calibrate",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Find the threshold of a strategy on held-out questions.",
        description = {
            "Asks the calibration half of a dataset at one threshold after the other until what is"
                    + " wanted is met, and writes a profile: the strategy with its threshold, how"
                    + " it was found, and the hashes of its questions. ask, chat and eval read it"
                    + " with --calibrated; eval refuses its questions. See docs/calibration.md.",
            "",
            "Each round is a run file of eval. Stopped at any moment, the same command goes on"
                    + " where it was. The seed is 1 unless you give one."
        },
        footer = {
            "",
            "Exit codes: 0 a profile was written (the last line says whether what is wanted was"
                    + " met), 2 wrong usage, or no threshold is shown to lose so little, "
                    + ExitCode.WHILE_ASKING
        })
final class CalibrateCommand implements Callable<Integer> {

    @Mixin CalibrateOptions options = new CalibrateOptions();

    @Mixin ColourOption colour = new ColourOption();

    @Mixin HelpOptions help = new HelpOptions();

    private final World outside;

    CalibrateCommand(World outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        World world = colour.applyTo(outside);
        FormOptions.Form form = options.form.form();
        EvalSetup setup = EvalSetup.of(world, options);
        CalibrationPlan plan = options.plan(setup);
        Path file = options.profile(plan);
        ProfileFile.requireWritable(file);
        Marking marking =
                Examiner.marking(world, options.effort.allowCode, setup.plan().dataset().task());
        Profile profile;
        try (EngineRoom room = setup.open()) {
            Examiner examiner = new Examiner(world, room, marking);
            profile = find(new Calibration(examiner, round -> tell(world, round)), plan);
        }
        ProfileFile.write(profile, file);
        print(world, form, profile, file);
        return ExitCode.OK;
    }

    private Profile find(Calibration calibration, CalibrationPlan plan) {
        return options.ways.perDomain
                ? calibration.profilePerDomain(plan)
                : calibration.profile(plan);
    }

    private static void tell(World world, Round round) {
        world.err().line(Visible.line(ProfileText.line(round)));
    }

    private static void print(World world, FormOptions.Form form, Profile profile, Path file) {
        switch (form) {
            case JSON -> world.out().line(ProfileText.json(profile));
            case MARKDOWN -> world.out().print(ProfileText.markdown(profile));
            case TEXT -> world.out().print(Visible.text(ProfileText.text(profile)));
        }
        Printer words = form == FormOptions.Form.TEXT ? world.out() : world.err();
        words.line("");
        words.line(Visible.line(ProfileText.sentence(profile)));
        words.line(Visible.line("Written to %s: use it with --calibrated.".formatted(file)));
    }
}
