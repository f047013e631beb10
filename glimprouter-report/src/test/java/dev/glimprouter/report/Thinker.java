package dev.glimprouter.report;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.Script;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * A model that writes a step a generation, some ten of them, with entropies in two humps, and is
 * right about two questions of three. What it writes follows from its seed and the text so far.
 *
 * @param seed of all draws
 * @param pauseMillis milliseconds a word, on the clock of its engine
 */
record Thinker(long seed, long pauseMillis) implements Script {

    private static final double ENDS = 0.1;
    private static final double TURNS = 0.35;
    private static final int LEAST_WORDS = 12;
    private static final int MOST_WORDS = 60;
    private static final String[] WORDS = {
        "so", "we", "add", "both", "numbers", "and", "then", "look", "at", "the", "sum", "of",
        "these", "two", "which", "is", "even", "because", "each", "side", "counts", "twice"
    };

    @Override
    public Reply reply(Scene scene) {
        String question = scene.head().messages().getLast().content();
        int number = Integer.parseInt(question.replaceAll("\\D+(\\d+).*", "$1"));
        SplittableRandom random =
                new SplittableRandom(
                        seed + 31L * number + scene.text().hashCode() * 1_000_003L + scene.call());
        return reply(random, scene.text().contains("</think>"), number)
                .pace(Duration.ofMillis(pauseMillis));
    }

    private static Reply reply(SplittableRandom random, boolean answering, int number) {
        if (answering) {
            int sum = number % 3 == 1 ? 2 * number + 1 : 2 * number;
            return Reply.text("The sum is \\boxed{%d}.".formatted(sum));
        }
        double nats =
                random.nextDouble() < TURNS
                        ? 1.4 + random.nextDouble()
                        : 0.4 * random.nextDouble() * random.nextDouble();
        String end = random.nextDouble() < ENDS ? "</think>" : "\n\n";
        return Reply.text(sentence(random) + end).entropy(nats);
    }

    private static String sentence(SplittableRandom random) {
        StringBuilder text = new StringBuilder("First");
        for (int i = random.nextInt(LEAST_WORDS, MOST_WORDS); i > 0; i--) {
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.append('.').toString();
    }
}
