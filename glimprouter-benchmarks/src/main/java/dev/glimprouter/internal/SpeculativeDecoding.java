package dev.glimprouter.internal;

import dev.glimprouter.benchmarks.Pair;
import dev.glimprouter.benchmarks.QuestionFile;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.time.Time;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Large alone, greedy, with small's drafts and without: whether the output is the same, how many
 * drafted tokens are accepted, and which is faster.
 *
 * <p>Batches of different sizes sum in different orders, so that two logits that are nearly equal
 * may change places. Where the outputs part, the two best logits must be nearer to each other than
 * their distance was seen to change between a batch of one and a batch of eight, in the same run.
 *
 * <pre>benchmarks/speculative.sh FILE.jsonl [QUESTIONS [SMALL LARGE]]</pre>
 */
public final class SpeculativeDecoding {

    private static final int CONTEXT_TOKENS = 1024;
    private static final int TOKENS = 256;

    private final Engine small;
    private final Engine large;
    private final BatchTolerance tolerance = new BatchTolerance();
    private Speculation total = Speculation.NONE;
    private double plainSeconds;
    private double draftedSeconds;
    private int plainTokens;
    private int draftedTokens;
    private int divergences;
    private double widest;

    private SpeculativeDecoding(Engine small, Engine large) {
        this.small = small;
        this.large = large;
    }

    /** Asks: questions, their file, the small and the large model. */
    public static void main(String[] arguments) throws IOException {
        List<Question> questions =
                QuestionFile.read(Path.of(arguments[1]), Integer.parseInt(arguments[0]));
        EngineOptions options =
                EngineOptions.DEFAULT.withContextTokens(CONTEXT_TOKENS).withSessions(2);
        try (Pair pair = Pair.open(arguments[2], arguments[3], options)) {
            SpeculativeDecoding run =
                    new SpeculativeDecoding(pair.engine(Writer.SMALL), pair.engine(Writer.LARGE));
            for (int at = 0; at < questions.size(); at++) {
                run.ask(at, questions.get(at));
            }
            run.report();
        }
    }

    private void ask(int at, Question question) {
        Prompt head = new Prompt(question.messages(), Prompt.THINK);
        GreedyRun plain;
        GreedyRun drafted;
        if (at % 2 == 0) {
            plain = plain(head);
            drafted = drafted(head);
        } else {
            drafted = drafted(head);
            plain = plain(head);
        }
        count(plain, drafted);
        System.out.printf(
                Locale.ROOT,
                "question %2d: %d tokens, %.1f tokens/s plain, %.1f drafted, %.0f %% accepted; %s%n",
                at,
                plain.ids().length,
                plain.tokensPerSecond(),
                drafted.tokensPerSecond(),
                100 * drafted.speculation().acceptance(),
                compare(head, plain.ids(), drafted.ids()));
    }

    private GreedyRun plain(Prompt head) {
        return GreedyRun.of(large.open(head), TOKENS);
    }

    private GreedyRun drafted(Prompt head) {
        TokenSession verifier = (TokenSession) large.open(head);
        Drafter drafter = new Drafter((TokenSession) small.open(head));
        return GreedyRun.of(new SpeculativeSession(verifier, drafter, true, Time.system()), TOKENS);
    }

    private void count(GreedyRun plain, GreedyRun drafted) {
        total = total.plus(drafted.speculation());
        plainSeconds += plain.nanos() / 1e9;
        draftedSeconds += drafted.nanos() / 1e9;
        plainTokens += plain.ids().length - 1;
        draftedTokens += drafted.ids().length - 1;
    }

    /** Says where the outputs part; learns the tolerance on the text before. */
    private String compare(Prompt head, int[] plain, int[] drafted) {
        int same = Arrays.mismatch(plain, drafted);
        int common = same < 0 ? plain.length : same;
        try (TokenSession session = (TokenSession) large.open(head)) {
            List<LogitGap> gaps = tolerance.learn(session, Arrays.copyOf(plain, common));
            if (same < 0) {
                return "the same";
            }
            divergences++;
            double gap = gaps.get(common).gap();
            widest = Math.max(widest, gap);
            return String.format(Locale.ROOT, "part at token %d, gap %.4f", common, gap);
        }
    }

    private void report() {
        double plain = plainTokens / plainSeconds;
        double drafted = draftedTokens / draftedSeconds;
        System.out.printf(
                Locale.ROOT,
                "%d outputs part; widest gap there %.4f; tolerance %.4f (greatest change of %d gaps between batches of 1 and 8): %s%n",
                divergences,
                widest,
                tolerance.most(),
                tolerance.compared(),
                widest <= tolerance.most() ? "within it" : "NOT within it");
        System.out.printf(
                Locale.ROOT,
                "%d of %d drafted tokens accepted (%.1f %%), %.2f a round; drafting took %.0f %% of the time%n",
                total.acceptedTokens(),
                total.draftedTokens(),
                100 * total.acceptance(),
                (double) total.acceptedTokens() / Math.max(1, total.rounds()),
                100 * total.draftNanos() / 1e9 / draftedSeconds);
        System.out.printf(
                Locale.ROOT,
                "%.2f tokens/s plain, %.2f drafted: %.3f times as fast%n",
                plain,
                drafted,
                drafted / plain);
    }
}
