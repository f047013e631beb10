package dev.glimprouter.eval.runner;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.eval.run.RunData;
import dev.glimprouter.eval.run.Selection;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is asked, how often, and where it is written.
 *
 * @param dataset the problems that are asked
 * @param selection how they were selected, for the header
 * @param prompting what is said beside the questions
 * @param contestants the strategies, at least one
 * @param repeats how often each question is asked
 * @param parallel how many questions are asked at a time; seconds mean something only of 1
 * @param attempts how often a question is asked before it counts as failed
 * @param folder where the run files are
 */
public record EvaluationPlan(
        Dataset dataset,
        Selection selection,
        Prompting prompting,
        List<Contestant> contestants,
        int repeats,
        int parallel,
        Attempts attempts,
        Path folder) {

    /** Checks ranges, and that each strategy has a file of its own. */
    public EvaluationPlan {
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(prompting, "prompting");
        Objects.requireNonNull(attempts, "attempts");
        Objects.requireNonNull(folder, "folder");
        contestants = List.copyOf(contestants);
        if (contestants.isEmpty() || dataset.problems().isEmpty()) {
            throw new RequestException(
                    "Nothing to ask: name a strategy and at least one question.");
        }
        if (repeats < 1 || parallel < 1) {
            throw new RequestException("Ask each question once at least, and one at a time.");
        }
        Map<String, String> names = new HashMap<>();
        for (Contestant contestant : contestants) {
            String other = names.put(contestant.fileName(), contestant.name());
            if (other != null) {
                throw new RequestException(
                        "%s and %s would be written to one file %s: leave one out, or run it by itself with another --out."
                                .formatted(other, contestant.name(), contestant.fileName()));
            }
        }
    }

    /** The same questions for other strategies. */
    public EvaluationPlan withContestants(List<Contestant> others) {
        return new EvaluationPlan(
                dataset, selection, prompting, others, repeats, parallel, attempts, folder);
    }

    /** The same for other problems, in another folder. */
    public EvaluationPlan withProblems(Dataset others, Path otherFolder) {
        return new EvaluationPlan(
                others,
                selection,
                prompting,
                contestants,
                repeats,
                parallel,
                attempts,
                otherFolder);
    }

    /** The run file of a strategy. */
    public Path file(Contestant contestant) {
        return folder.resolve(contestant.fileName());
    }

    /** What headers say of the questions. */
    public RunData data() {
        return RunData.of(dataset, selection);
    }

    /** How many entries the complete files have together. */
    public int entries() {
        return contestants.size() * dataset.problems().size() * repeats;
    }
}
