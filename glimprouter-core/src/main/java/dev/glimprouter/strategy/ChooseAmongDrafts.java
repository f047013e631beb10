package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.List;

/**
 * Small drafts the step several times and large picks one, or none and writes it itself (SpecCoT,
 * EMNLP 2025 Findings 1326).
 *
 * @param drafts how many drafts, 1 to 8
 * @param opening how many steps at the beginning large writes without drafts
 */
public record ChooseAmongDrafts(int drafts, int opening) implements Stepwise {

    /** Ours; the original's was not to be had. */
    public static final int DEFAULT_DRAFTS = 3;

    /** As the original has large set the direction first. */
    public static final int DEFAULT_OPENING = 1;

    private static final int MOST = 8;

    /** Checks ranges. */
    public ChooseAmongDrafts {
        Ranges.require("n", drafts, 1, MOST);
        Ranges.require("opening", opening, 0, Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        return "speccot(n=%d, opening=%d)".formatted(drafts, opening);
    }

    @Override
    public boolean draftsFirst() {
        return true;
    }

    @Override
    public int branches(Writer writer) {
        return writer == Writer.SMALL ? drafts - 1 : 1;
    }

    @Override
    public Step next(Turn turn) {
        if (turn.index() < opening) {
            return large(turn, "opening step");
        }
        List<Draft> written =
                turn.drafts(drafts).stream().filter(draft -> !draft.isVain()).toList();
        if (written.isEmpty()) {
            return large(turn, "no draft");
        }
        return switch (turn.ask(Writer.LARGE, "", Ballot.of(written))) {
            case Opinion.Said said -> elect(turn, written, new Ballot(said, written.size()));
            case Opinion.Unreachable _ -> keep(turn, written.getFirst(), "nobody can be asked");
            case Opinion.NoRoom _ -> large(turn, "no room to ask");
        };
    }

    private Step large(Turn turn, String reason) {
        turn.decided(Decision.fixed(Writer.LARGE, name(), reason));
        return turn.write(Writer.LARGE);
    }

    private Step keep(Turn turn, Draft draft, String reason) {
        turn.decided(Decision.fixed(draft.writer(), name(), reason));
        return turn.keep(draft);
    }

    private Step elect(Turn turn, List<Draft> written, Ballot ballot) {
        int choice = ballot.choice();
        for (int i = 0; i < written.size(); i++) {
            boolean chosen = i == choice;
            turn.judged(
                    written.get(i),
                    new Verdict(
                            chosen,
                            "speccot",
                            ballot.share(i),
                            Double.NaN,
                            chosen ? "large picked it" : "large did not pick it"));
        }
        boolean any = choice < written.size();
        turn.decided(
                new Decision(
                        any ? Writer.SMALL : Writer.LARGE,
                        name(),
                        ballot.share(choice),
                        Double.NaN,
                        true,
                        any ? "large picked a draft" : "large picked none"));
        return any ? turn.keep(written.get(choice)) : turn.write(Writer.LARGE);
    }
}
