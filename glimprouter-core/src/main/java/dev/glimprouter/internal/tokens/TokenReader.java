package dev.glimprouter.internal.tokens;

import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.engine.TokenTable;
import dev.glimprouter.reasoning.Ending;

import java.util.Optional;

/** Turns the ids of one generation into text, and says when it ends. Not thread safe. */
public final class TokenReader {

    private final TokenTable table;
    private final int limit;
    private final StopScanner scanner;
    private final Utf8Decoder decoder = new Utf8Decoder();
    private int count;
    private boolean ended;

    /**
     * A reader at the start of a generation.
     *
     * @param until where the text ends by itself
     * @param limit most tokens, at least 1
     */
    public TokenReader(TokenTable table, Until until, int limit) {
        this.table = table;
        this.limit = limit;
        this.scanner = new StopScanner(until);
    }

    /**
     * A token that was read.
     *
     * @param visible text that became certain with it
     * @param piece the characters that are complete with it, whether or not they belong to the
     *     text; empty for a token that ends the generation
     * @param whole whether no character is incomplete after it
     * @param ending how the generation ended with it
     */
    public record Read(
            String visible, Optional<String> piece, boolean whole, Optional<Ending> ending) {

        /** Adds it to what was written, unless it is the model's own end. */
        public void addTo(Written written) {
            piece.ifPresent(text -> written.add(text, whole));
        }
    }

    /** Reads the next token. */
    public Read read(int id) {
        count++;
        if (table.endsText(id)) {
            ended = true;
            return new Read(
                    scanner.flush(), Optional.empty(), true, Optional.of(Ending.END_OF_SEQUENCE));
        }
        String piece = decoder.feed(table.bytes(id));
        String visible = scanner.feed(piece);
        Optional<Ending> ending = scanner.ending();
        if (ending.isEmpty() && count >= limit) {
            scanner.cut();
            ending = Optional.of(Ending.LENGTH);
        }
        ended = ending.isPresent();
        return new Read(visible, Optional.of(piece), decoder.isBetweenCharacters(), ending);
    }

    /** Whether the generation has ended. */
    public boolean hasEnded() {
        return ended;
    }

    /** Tokens read so far. */
    public int count() {
        return count;
    }

    /** Characters that were dropped, see {@link StopScanner#droppedChars}. */
    public int droppedChars() {
        return scanner.droppedChars();
    }
}
