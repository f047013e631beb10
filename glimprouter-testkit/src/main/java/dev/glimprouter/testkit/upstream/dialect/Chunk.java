package dev.glimprouter.testkit.upstream.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a message of a stream delivers.
 *
 * @param entries its tokens
 * @param text their visible text
 * @param finish how the generation ended with it
 * @param held whether text is held back that may become a stop string
 */
record Chunk(List<Entry> entries, String text, Optional<Finish> finish, boolean held) {

    static final Chunk NONE = new Chunk(List.of(), "", Optional.empty(), false);

    Chunk {
        entries = List.copyOf(entries);
    }

    /** Both in one. */
    Chunk plus(Chunk next) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(next.entries);
        return new Chunk(all, text + next.text, next.finish, next.held);
    }

    Chunk withoutFinish() {
        return new Chunk(entries, text, Optional.empty(), held);
    }

    List<Integer> ids() {
        return entries.stream().map(entry -> entry.token().id()).toList();
    }
}
