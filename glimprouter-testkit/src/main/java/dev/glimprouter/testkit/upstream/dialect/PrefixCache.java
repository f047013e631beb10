package dev.glimprouter.testkit.upstream.dialect;

import java.util.ArrayList;
import java.util.List;

/**
 * What a server still knows of earlier texts. Thread safe.
 *
 * <p>With slots, each holds the last text that it served; without, all texts are kept.
 */
final class PrefixCache {

    /**
     * A prompt that was taken in.
     *
     * @param text grows with what is generated
     * @param cached how many of its tokens were known: never the last one
     */
    record Entered(List<Integer> text, int cached) {}

    private final List<List<Integer>> texts = new ArrayList<>();
    private final int slots;
    private final int block;

    /**
     * A cache.
     *
     * @param slots how many texts it holds; 0 for no limit
     * @param block tokens that are found only together
     */
    PrefixCache(int slots, int block) {
        this.slots = slots;
        this.block = block;
        for (int i = 0; i < slots; i++) {
            texts.add(new ArrayList<>());
        }
    }

    /** The slot that would serve the prompt best; 0 without slots. */
    synchronized int slotFor(List<Integer> prompt) {
        int best = 0;
        for (int i = 1; i < slots; i++) {
            best = shared(texts.get(i), prompt) > shared(texts.get(best), prompt) ? i : best;
        }
        return best;
    }

    /** Takes a prompt in. */
    synchronized Entered enter(List<Integer> prompt, int slot) {
        int known = 0;
        for (List<Integer> text : slots > 0 ? List.of(texts.get(slot)) : texts) {
            known = Math.max(known, shared(text, prompt));
        }
        List<Integer> text = new ArrayList<>(prompt);
        if (slots > 0) {
            texts.set(slot, text);
        } else {
            texts.add(text);
        }
        int usable = Math.min(known, Math.max(0, prompt.size() - 1));
        return new Entered(text, usable - usable % block);
    }

    private static int shared(List<Integer> text, List<Integer> prompt) {
        int length = 0;
        while (length < text.size()
                && length < prompt.size()
                && text.get(length).equals(prompt.get(length))) {
            length++;
        }
        return length;
    }

    /** Adds a generated token. */
    synchronized void grow(Entered entered, int id) {
        entered.text().add(id);
    }
}
