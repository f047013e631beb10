package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Calibrated;
import dev.glimprouter.cli.config.Config;
import dev.glimprouter.cli.config.EngineConfig;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.runner.EvaluationPlan;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.RouterConfig;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the options of a survey and their file ask for, checked before a model is opened.
 *
 * @param world where it runs
 * @param file what the configuration file says
 * @param rules the rules that all strategies have
 * @param entrants the strategies that take part from the start
 * @param plan what is asked
 * @param refs the models that the strategies need
 * @param engine how they are run
 */
record EvalSetup(
        World world,
        Config file,
        RouterConfig rules,
        List<Entrant> entrants,
        EvaluationPlan plan,
        Map<Writer, ModelRef> refs,
        EngineConfig engine) {

    /** The same command shall do the same again: its seed is not random. */
    static final long USUAL_SEED = 1;

    static EvalSetup of(World world, SurveyOptions options) {
        Config file = options.config.read(world.models());
        RouterConfig rules = options.rules(file, () -> USUAL_SEED);
        List<Entrant> entrants = options.entrants(file, rules);
        List<Contestant> contestants = entrants.stream().map(Entrant::contestant).toList();
        Questions asked =
                Questions.read(world, file, options.data, options.instruction, options.usualHalf());
        Dataset dataset = asked.dataset();
        calibrated(entrants).forEach(by -> by.profile().requireOthers(dataset, by.file()));
        EvaluationPlan plan =
                new EvaluationPlan(
                        dataset,
                        asked.selection(),
                        asked.prompting(),
                        contestants,
                        options.effort.repeats,
                        options.effort.parallel,
                        options.effort.patience(),
                        options.folder(dataset.name()));
        Set<Writer> writers = EnumSet.noneOf(Writer.class);
        contestants.forEach(contestant -> writers.addAll(contestant.models()));
        return new EvalSetup(
                world,
                file,
                rules,
                entrants,
                plan,
                options.refs(world, file, writers),
                options.engine.over(file.engine()));
    }

    private static List<Calibrated> calibrated(List<Entrant> entrants) {
        return entrants.stream().flatMap(one -> one.calibrated().stream()).toList();
    }

    /** Opens the models, which all have to be there from the start. */
    EngineRoom open() {
        EngineOptions options =
                engine.optionsFor(HeadRoom.context(plan.dataset(), plan.prompting(), rules))
                        .withSessions(plan.parallel());
        EngineRoom room =
                Setup.interruptible(
                        world,
                        () ->
                                EngineRoom.open(
                                        world, refs, options, this::branches, LargeDown.FAIL));
        calibrated(entrants).forEach(by -> room.warn(by, plan.prompting()));
        return room;
    }

    private int branches(Writer writer) {
        int most =
                plan.contestants().stream()
                        .mapToInt(contestant -> contestant.branches(writer))
                        .max()
                        .orElse(0);
        return most * plan.parallel();
    }
}
