package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.plan.Assumptions;
import dev.glimprouter.eval.plan.Plan;
import dev.glimprouter.eval.plan.PlanCheck;
import dev.glimprouter.eval.plan.PlanJson;
import dev.glimprouter.eval.plan.PlanMarkdown;
import dev.glimprouter.eval.plan.PlanRequest;
import dev.glimprouter.eval.plan.PlanText;
import dev.glimprouter.eval.plan.Prices;
import dev.glimprouter.eval.plan.Recordings;
import dev.glimprouter.eval.plan.Speeds;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.RouterConfig;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

/** {@code plan}: what other strategies, thresholds and speeds would take. */
@Command(
        name = "plan",
        sortOptions = false,
        header = "Predict seconds and cost of other strategies, thresholds and speeds.",
        description = {
            "From run files of eval, or traces of ask, and measured or given speeds: what each"
                    + " strategy would take, whether routing pays against large alone, and where"
                    + " that changes. What was not run is replayed on the recorded steps, whose"
                    + " path is taken as unchanged. See docs/plan.md."
        },
        footer = {
            "",
            "Exit codes: 0 planned, 2 wrong usage, or runs from which it cannot be told."
        })
final class PlanCommand implements Callable<Integer> {

    private final World world;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "Run files of eval, or traces of ask, of one pair of models.")
    List<Path> files = List.of();

    @Option(
            names = "--strategy",
            paramLabel = "EXPR,...",
            description =
                    "The strategies, as eval takes them (default: those of the runs, and large).")
    List<String> expressions = List.of();

    @Option(
            names = "--taus",
            paramLabel = "NATS,...",
            split = ",",
            description = "And glimpse at these thresholds.")
    List<String> taus = List.of();

    @Option(
            names = "--check",
            arity = "1..*",
            paramLabel = "RUN",
            description =
                    "Hold the prediction against these timed runs on other questions; behind the"
                            + " runs to plan from.")
    List<Path> measured = List.of();

    @Option(
            names = "--rejected",
            paramLabel = "SHARE",
            description =
                    "Share of drafts that are thrown away, for a verifier that was not run"
                            + " (default: as many as steps were large's under glimpse).")
    @Nullable Double rejected;

    @Option(
            names = "--acceptance",
            paramLabel = "SHARE",
            description =
                    "Share of drafted tokens that large accepts, for +speculative that was not run.")
    @Nullable Double acceptance;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the bootstrap (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @ArgGroup(validate = false, heading = "%nSpeeds:%n")
    SpeedOptions speedOptions = new SpeedOptions();

    @ArgGroup(validate = false, heading = "%nPrices:%n")
    PriceOptions priceOptions = new PriceOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n")
    FormOptions form = new FormOptions();

    @Mixin HelpOptions help = new HelpOptions();

    PlanCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        FormOptions.Form wanted = form.form();
        Assumptions assumptions =
                new Assumptions(share("--rejected", rejected), share("--acceptance", acceptance));
        Prices prices = priceOptions.prices();
        Recordings recordings = Recordings.read(files);
        Speeds speeds = speedOptions.over(recordings.speeds(), recordings.models());
        Plan plan =
                Plan.of(
                        recordings,
                        new PlanRequest(
                                strategies(recordings),
                                speeds,
                                speedOptions.ratios,
                                prices,
                                assumptions,
                                seed));
        print(wanted, checked(plan, recordings, speeds, assumptions), prices.any());
        return ExitCode.OK;
    }

    private Plan checked(Plan plan, Recordings recordings, Speeds speeds, Assumptions assumptions) {
        if (measured.isEmpty()) {
            return plan;
        }
        PlanCheck check = PlanCheck.of(recordings, Recordings.read(measured), speeds, assumptions);
        return plan.with(check.rows(), check.notes());
    }

    private void print(FormOptions.Form wanted, Plan plan, boolean priced) {
        switch (wanted) {
            case JSON -> world.out().line(PlanJson.of(plan));
            case MARKDOWN -> world.out().print(PlanMarkdown.of(plan, priced));
            case TEXT -> world.out().print(Visible.text(PlanText.of(plan, priced)));
        }
    }

    private List<Contestant> strategies(Recordings recordings) {
        List<String> texts = new ArrayList<>();
        if (expressions.isEmpty()) {
            texts.addAll(recordings.systems());
            texts.add("large");
        } else {
            texts.addAll(StrategyList.split(expressions));
        }
        taus.forEach(tau -> texts.add("glimpse(tau=%s)".formatted(tau.strip())));
        RouterConfig rules =
                recordings
                        .config()
                        .withMode(Mode.CLEAN)
                        .withSpeculative(false)
                        .withAhead(false)
                        .withRace(false);
        Map<String, Contestant> byName = new LinkedHashMap<>();
        for (String text : texts) {
            Contestant one = Contestant.parse(text, rules);
            byName.putIfAbsent(one.name(), one);
        }
        return List.copyOf(byName.values());
    }

    private static OptionalDouble share(String option, @Nullable Double value) {
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (!(value >= 0 && value <= 1)) {
            throw new RequestException(
                    "%s is a share from 0 to 1, not %s.".formatted(option, value));
        }
        return OptionalDouble.of(value);
    }
}
