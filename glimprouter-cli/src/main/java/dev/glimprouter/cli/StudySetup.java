package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.cli.config.EngineConfig;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.study.StudyPlan;
import dev.glimprouter.eval.study.StudyRules;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.RouterConfig;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/**
 * What the options of {@code study} and their file ask for, checked before a model is opened.
 *
 * @param world where it runs
 * @param plan what is studied
 * @param refs both models
 * @param engine how they are run
 */
record StudySetup(World world, StudyPlan plan, Map<Writer, ModelRef> refs, EngineConfig engine) {

    static StudySetup of(World world, StudyOptions options) {
        Config file = options.config.read(world.models());
        RouterConfig rules = options.rules(file, () -> EvalSetup.USUAL_SEED);
        Contestant base = options.strategy.contestant(file.strategy(), rules);
        StudyRules looked = options.work.rules();
        Questions asked =
                Questions.read(world, file, options.data, options.instruction, Optional.empty());
        StudyPlan plan =
                new StudyPlan(
                        asked.dataset(),
                        asked.selection(),
                        asked.prompting(),
                        base,
                        looked,
                        options.work.patience(),
                        options.work.file(asked.dataset().name(), base.fileName()));
        return new StudySetup(
                world,
                plan,
                options.refs(world, file, EnumSet.allOf(Writer.class)),
                options.engine.over(file.engine()));
    }

    /** Opens the models, which both have to be there from the start. */
    EngineRoom open() {
        RouterConfig rules = plan.base().config();
        int context = HeadRoom.context(plan.dataset(), plan.prompting(), rules);
        EngineOptions options = engine.optionsFor(context).withSessions(1);
        return Setup.interruptible(
                world, () -> EngineRoom.open(world, refs, options, plan::branches, LargeDown.FAIL));
    }
}
