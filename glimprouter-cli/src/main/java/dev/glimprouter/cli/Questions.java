package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.DatasetRef;
import dev.glimprouter.eval.data.Datasets;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.eval.run.Selection;

import java.util.Optional;

/**
 * The questions that a command asks of a dataset.
 *
 * @param dataset those that are asked
 * @param selection how they were taken
 * @param prompting what is said beside them
 */
record Questions(Dataset dataset, Selection selection, Prompting prompting) {

    /**
     * Reads them, pulled if they are elsewhere.
     *
     * @param usualHalf the half that is asked where nobody says
     */
    static Questions read(
            World world,
            Config file,
            DataOptions data,
            InstructionOption instruction,
            Optional<Selection.Half> usualHalf) {
        DatasetRef ref = data.ref();
        Selection selection = data.selection(usualHalf);
        Dataset dataset = selection.from(load(world, ref));
        Prompting prompting = data.prompting(dataset.task(), instruction.said(file.instruction()));
        return new Questions(dataset, selection, prompting);
    }

    /** All of a dataset, pulled if it is elsewhere. */
    static Dataset load(World world, DatasetRef ref) {
        Meters meters = new Meters(world.err(), world.terminal(), world.time());
        try (PullDisplay pulls = new PullDisplay(world.err(), meters)) {
            return Setup.interruptible(world, () -> Datasets.ofUser().load(ref, pulls));
        }
    }
}
