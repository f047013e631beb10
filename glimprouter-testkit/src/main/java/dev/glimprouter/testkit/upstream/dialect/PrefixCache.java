package dev.glimprouter.testkit.upstream.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a server still knows of earlier texts. Thread safe.
 *
 * <p>With slots, each holds the last text that it served; without, all texts are kept.
 */
final class PrefixCache {

    private final List<Node> roots = new ArrayList<>();
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
        for (int i = 0; i < Math.max(1, slots); i++) {
            roots.add(new Node());
        }
    }

    /** The texts that begin alike, by their next token. */
    private static final class Node {
        private final Map<Integer, Node> next = new HashMap<>(2);

        /** How many tokens of a text are known. */
        int shared(List<Integer> text) {
            Node node = this;
            for (int i = 0; i < text.size(); i++) {
                Node after = node.next.get(text.get(i));
                if (after == null) {
                    return i;
                }
                node = after;
            }
            return text.size();
        }

        Node with(int token) {
            return next.computeIfAbsent(token, _ -> new Node());
        }
    }

    /** A prompt that was taken in. */
    static final class Entered {
        private final int cached;
        private Node end;

        private Entered(int cached, Node end) {
            this.cached = cached;
            this.end = end;
        }

        /** How many of its tokens were known: never the last one. */
        int cached() {
            return cached;
        }
    }

    /** The slot that would serve the prompt best; 0 without slots. */
    synchronized int slotFor(List<Integer> prompt) {
        int[] shared = roots.stream().mapToInt(root -> root.shared(prompt)).toArray();
        return IntStream.range(0, shared.length)
                .reduce(0, (best, i) -> shared[i] > shared[best] ? i : best);
    }

    /** Takes a prompt in. */
    synchronized Entered enter(List<Integer> prompt, int slot) {
        int place = slots > 0 ? slot : 0;
        int known = roots.get(place).shared(prompt);
        if (slots > 0) {
            roots.set(place, new Node());
        }
        Node end = roots.get(place);
        for (int token : prompt) {
            end = end.with(token);
        }
        int usable = Math.min(known, Math.max(0, prompt.size() - 1));
        return new Entered(usable - usable % block, end);
    }

    /** Knows no text any more. */
    synchronized void forget() {
        roots.replaceAll(_ -> new Node());
    }

    /** Adds a generated token. */
    synchronized void grow(Entered entered, int id) {
        entered.end = entered.end.with(id);
    }
}
