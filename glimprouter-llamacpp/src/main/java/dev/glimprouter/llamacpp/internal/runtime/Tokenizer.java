package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.TokenTable;
import dev.glimprouter.llamacpp.internal.ffm.Vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text to tokens and back, by the rules of sessions.
 *
 * <p>Text is plain: a {@code <|im_end|>} in it does not end anything. Only the think tags are taken
 * for the single tokens that some models have for them. No space is added. Thread safe.
 */
public final class Tokenizer implements TokenTable {

    private static final Pattern THINK_TAG = Pattern.compile("</?think>");

    /** What text is put behind where a space would come before it; one of them joins with none. */
    private static final List<String> ANCHORS = List.of("\n", "a", ".");

    private final Vocabulary vocabulary;
    private final ConcurrentMap<Integer, byte[]> pieces = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, Long> fingerprints = new ConcurrentHashMap<>();

    Tokenizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The ids of text that belongs to the reasoning. */
    int[] text(String text) {
        IntList ids = new IntList();
        Matcher tag = THINK_TAG.matcher(text);
        int from = 0;
        while (tag.find()) {
            ids.addAll(plain(text.substring(from, tag.start())));
            ids.addAll(anchored(tag.group(), true));
            from = tag.end();
        }
        ids.addAll(plain(text.substring(from)));
        return ids.toArray();
    }

    /** The ids of text in which nothing is special. */
    int[] plain(String text) {
        return text.isEmpty() ? new int[0] : anchored(text, false);
    }

    /** The ids of text as it stands after other text: without a space before it. */
    private int[] anchored(String text, boolean special) {
        if (vocabulary.isSentencePiece()) {
            for (String anchor : ANCHORS) {
                int[] before = vocabulary.tokenize(anchor, special);
                int[] both = vocabulary.tokenize(anchor + text, special);
                int same = Arrays.mismatch(before, both);
                if (same == before.length) {
                    return Arrays.copyOfRange(both, before.length, both.length);
                }
            }
        }
        return vocabulary.tokenize(text, special);
    }

    /** The ids of template text, in which control tokens stand for themselves. */
    int[] template(String text) {
        return text.isEmpty() ? new int[0] : vocabulary.tokenize(text, true);
    }

    /** The same ids behind the model's beginning-of-sequence token, if it wants one. */
    IntList withBos(IntList ids) {
        int bos = vocabulary.bos();
        boolean missing = ids.size() == 0 || ids.get(0) != bos;
        if (bos < 0 || !vocabulary.addsBos() || !missing) {
            return ids;
        }
        IntList longer = IntList.of(bos);
        longer.addAll(ids.toArray());
        return longer;
    }

    /** The text of a control token, blank for none. */
    String controlText(int token) {
        return token < 0 ? "" : spelling(token);
    }

    /** The text of a token; what is no whole character by itself is U+FFFD. */
    String spelling(int token) {
        return new String(bytes(token), StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return vocabulary.size();
    }

    @Override
    public byte[] bytes(int id) {
        return pieces.computeIfAbsent(id, vocabulary::piece);
    }

    @Override
    public boolean endsText(int id) {
        return vocabulary.isEndOfGeneration(id);
    }

    @Override
    public long fingerprint(int count) {
        return fingerprints.computeIfAbsent(
                count, ids -> TokenTable.fingerprint(ids, vocabulary::piece));
    }
}
