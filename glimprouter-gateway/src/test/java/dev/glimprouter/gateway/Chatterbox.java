package dev.glimprouter.gateway;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.reasoning.Ending;

import java.util.Optional;
import java.util.OptionalInt;

/** A model that reasons with the same word again and again, and needs no memory for it. */
final class Chatterbox implements Engine {

    private static final Optional<Token> WORD = token(" word");
    private static final Optional<Token> CLOSE = token("</think>");
    private static final Optional<Token> ANSWER = token("Done.");

    private volatile int words;

    private static Optional<Token> token(String text) {
        return Optional.of(new Token(1, text, Optional.empty()));
    }

    /** Reasons with so many words from now on. */
    void say(int count) {
        words = count;
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo("chatterbox", "1", "word", 0, 0, 0);
    }

    @Override
    public Session open(Prompt head) {
        return new Talk(words);
    }

    @Override
    public void close() {}

    private record Talk(int words) implements Session {
        @Override
        public void append(String text) {}

        @Override
        public TokenStream generate(Generation request) {
            return new Words(words);
        }

        @Override
        public Hint prefill(String beyond) {
            return Hint.NONE;
        }

        @Override
        public Session branch() {
            return this;
        }

        @Override
        public OptionalInt room() {
            return OptionalInt.empty();
        }

        @Override
        public void close() {}
    }

    private static final class Words implements TokenStream {
        private final int words;
        private int said;

        Words(int words) {
            this.words = words;
        }

        @Override
        public Optional<Token> next() {
            said++;
            if (said <= words) {
                return WORD;
            }
            return said == words + 1 ? CLOSE : said == words + 2 ? ANSWER : Optional.empty();
        }

        @Override
        public Ending ending() {
            return Ending.END_OF_SEQUENCE;
        }

        @Override
        public StreamCost cost() {
            return StreamCost.NONE;
        }

        @Override
        public void close() {}
    }
}
