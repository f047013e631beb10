package dev.glimprouter.strategy;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.reasoning.Ending;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Large's choice among drafts, which it makes by one letter: A, B and so on, and the letter after
 * the last draft's for none of them.
 *
 * @param said what large said
 * @param drafts how many drafts it saw
 */
record Ballot(Opinion.Said said, int drafts) {

    /** The question. */
    static Aside of(List<Draft> drafts) {
        StringBuilder text =
                new StringBuilder(
                        "Which of these paragraphs goes on with your reasoning best? It has to be"
                                + " correct and to follow from what is there.\n");
        for (int i = 0; i < drafts.size(); i++) {
            text.append('\n').append(letter(i)).append(": ").append(shown(drafts.get(i)));
        }
        text.append('\n').append(letter(drafts.size())).append(": none of them");
        return new Aside(text.append("\n\nAnswer with one letter.").toString(), "Answer:");
    }

    private static String shown(Draft draft) {
        String closes = draft.ending().endsReasoning() ? " (The reasoning is complete.)" : "";
        String cut = draft.ending() == Ending.LENGTH ? " ..." : "";
        return (draft.text().strip() + cut + closes).strip();
    }

    private static char letter(int option) {
        return (char) ('A' + option);
    }

    /**
     * The draft it chose, from 0, or their number for none: the likeliest letter, the first in a
     * tie. What is no letter of the ballot is none.
     */
    int choice() {
        if (said.likeliest().isEmpty()) {
            return written();
        }
        int best = drafts;
        for (int option = drafts; option >= 0; option--) {
            best = weight(option) >= weight(best) ? option : best;
        }
        return weight(best) > 0 ? best : drafts;
    }

    private int written() {
        String word = Wording.plain(said.word());
        return IntStream.range(0, drafts)
                .filter(option -> word.equals(word(option)))
                .findFirst()
                .orElse(drafts);
    }

    /** An option's probability among the letters of the ballot; NaN where it is not known. */
    double share(int option) {
        double all = IntStream.rangeClosed(0, drafts).mapToDouble(this::weight).sum();
        return all > 0 ? weight(option) / all : Double.NaN;
    }

    private double weight(int option) {
        return Wording.of(word(option), said.likeliest());
    }

    private static String word(int option) {
        return Wording.plain(String.valueOf(letter(option)));
    }
}
