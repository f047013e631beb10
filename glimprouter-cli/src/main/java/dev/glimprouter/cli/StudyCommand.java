package dev.glimprouter.cli;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.eval.runner.Marking;
import dev.glimprouter.eval.study.Study;
import dev.glimprouter.eval.study.StudyJson;
import dev.glimprouter.eval.study.StudyMarkdown;
import dev.glimprouter.eval.study.StudyPlan;
import dev.glimprouter.eval.study.StudyRun;
import dev.glimprouter.eval.study.StudyText;
import dev.glimprouter.time.Cancellation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;

/** {@code study}: the paper's motivation on one's own models and questions. */
@Command(
        name = "study",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Test the paper's motivation on your models and questions.",
        description = {
            "Has both models write each step of a reasoning, and prints how H_init, H_step,"
                    + " PPL_step and judge scores are spread, whether H_init foretells that the"
                    + " models disagree, which first tokens have a high one, and how often the"
                    + " answer turns when the other model writes one step. Stopped at any moment,"
                    + " the same command goes on where it was. See docs/study.md.",
            "",
            "Here the seed is 1 unless you give one, so that the same command asks the same."
        },
        footer = {
            "",
            "Exit codes: 0 all questions were studied, also if some failed (the tables say so), 2"
                    + " wrong usage or a study that was begun otherwise, "
                    + ExitCode.WHILE_ASKING
        })
final class StudyCommand implements Callable<Integer> {

    @Mixin StudyOptions options = new StudyOptions();

    @Mixin ColourOption colour = new ColourOption();

    @Mixin HelpOptions help = new HelpOptions();

    private final World outside;

    StudyCommand(World outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        World world = colour.applyTo(outside);
        FormOptions.Form form = options.form.form();
        Path file = options.work.from == null ? studied(world) : again(options.work.from);
        print(world.out(), form, Study.of(file));
        return ExitCode.OK;
    }

    private Path again(Path from) {
        if (options.data.data != null) {
            throw new RequestException(
                    "--from prints what was studied: leave out either it or --data.");
        }
        return from;
    }

    private Path studied(World world) {
        StudySetup setup = StudySetup.of(world, options);
        if (setup.plan().dataset().task() == Task.CODE) {
            throw new RequestException(
                    "A study does not run programs: choose questions with a short answer.");
        }
        try (EngineRoom room = setup.open()) {
            run(world, setup.plan(), room);
        }
        return setup.plan().file();
    }

    private static void run(World world, StudyPlan plan, EngineRoom room) {
        StudyRun run =
                new StudyRun(
                        plan,
                        room.engines(),
                        Marking.WITHOUT_CODE,
                        world.time(),
                        Clock.system(ZoneId.systemDefault()));
        Cancellation cancellation = new Cancellation();
        try (StudyDisplay display = new StudyDisplay(world, plan.file());
                Interrupts.Scope _ = world.interrupts().during(cancellation, display::stopped)) {
            try {
                run.run(display, cancellation);
            } catch (CancelledException stopped) {
                display.stopped();
                throw stopped;
            }
        }
    }

    private static void print(Printer out, FormOptions.Form form, Study study) {
        switch (form) {
            case JSON -> out.line(StudyJson.of(study));
            case MARKDOWN -> out.print(StudyMarkdown.of(study));
            case TEXT -> out.print(Visible.text(StudyText.of(study)));
        }
    }
}
