package dev.glimprouter.eval.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A problem as one repeat asks it: the options shuffled and lettered.
 *
 * <p>The order follows from the seed, the question and the repeat alone, so that it is the same
 * however many questions run at once. Problems without options are posed as they are.
 *
 * @param problem the problem
 * @param text the whole question for the model, without the task's instruction
 * @param order for each letter from A on, the place of its option in {@link Problem#options}, from
 *     0; what a trace keeps of the shuffling. Empty without options
 * @param gold the right answer under this order
 */
public record Posed(Problem problem, String text, List<Integer> order, Gold gold) {

    /** Copies the order. */
    public Posed {
        order = List.copyOf(order);
    }

    /**
     * A problem as a repeat asks it.
     *
     * @param seed of the whole run
     * @param repeat from 0
     */
    public static Posed of(Problem problem, long seed, int repeat) {
        List<String> options = problem.options();
        if (options.isEmpty() || !(problem.gold() instanceof Gold.Choice(char right))) {
            return new Posed(problem, problem.text(), List.of(), problem.gold());
        }
        List<Integer> order =
                new SeededOrder("options", seed)
                        .sort(
                                IntStream.range(0, options.size()).boxed().toList(),
                                option -> problem.hash() + " " + repeat + " " + option);
        Gold gold = new Gold.Choice((char) ('A' + order.indexOf(right - 'A')));
        return new Posed(problem, lettered(problem, order), order, gold);
    }

    private static String lettered(Problem problem, List<Integer> order) {
        StringBuilder text = new StringBuilder(problem.text().stripTrailing()).append('\n');
        for (int place = 0; place < order.size(); place++) {
            text.append('\n')
                    .append((char) ('A' + place))
                    .append(") ")
                    .append(problem.options().get(order.get(place)).strip());
        }
        return text.toString();
    }
}
