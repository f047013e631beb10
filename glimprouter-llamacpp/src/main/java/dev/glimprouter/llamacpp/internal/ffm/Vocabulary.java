package dev.glimprouter.llamacpp.internal.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A model's tokens. Any thread may use it while the model lives. */
public final class Vocabulary {

    private static final int SENTENCE_PIECE = 1;
    private static final int LONGEST_PIECE = 256;

    private final Handles handles;
    private final MemorySegment vocab;
    private final MemorySegment model;
    private final int size;

    Vocabulary(Handles handles, MemorySegment model) {
        this.handles = handles;
        this.model = model;
        try {
            vocab = (MemorySegment) handles.ofModel.invokeExact(model);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
        size = integer(handles.size, vocab);
    }

    /** How many tokens there are. */
    public int size() {
        return size;
    }

    /** The longest context that the model was trained for, in tokens. */
    public int trainedContext() {
        return integer(handles.trainedContext, model);
    }

    /** Whether the model can generate at all. */
    public boolean hasDecoder() {
        return bool(handles.hasDecoder, model);
    }

    /** The beginning-of-sequence id, -1 if there is none. */
    public int bos() {
        return integer(handles.bos, vocab);
    }

    /** The end-of-sequence id, -1 if there is none. */
    public int eos() {
        return integer(handles.eos, vocab);
    }

    /** Whether texts are to begin with {@link #bos}. */
    public boolean addsBos() {
        return bool(handles.addBos, vocab);
    }

    /** Whether this tokenizer may put a space before a text that stands alone. */
    public boolean isSentencePiece() {
        return integer(handles.type, vocab) == SENTENCE_PIECE;
    }

    /** Whether a token ends the generation. */
    public boolean isEndOfGeneration(int token) {
        try {
            return (boolean) handles.isEndOfGeneration.invokeExact(vocab, token);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The ids of a text, nothing added around it. */
    public int[] tokenize(String text, boolean special) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(utf8.length + 1L);
            MemorySegment.copy(utf8, 0, bytes, JAVA_BYTE, 0, utf8.length);
            int most = utf8.length + 8;
            MemorySegment ids = arena.allocate(JAVA_INT, most);
            int count =
                    (int)
                            handles.tokenize.invokeExact(
                                    vocab, bytes, utf8.length, ids, most, false, special);
            if (count < 0) {
                throw new IllegalStateException("the tokenizer gave more tokens than bytes");
            }
            return ids.asSlice(0, (long) count * Integer.BYTES).toArray(JAVA_INT);
        } catch (RuntimeException known) {
            throw known;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The bytes of a token as they stand in a text, control tokens included. */
    public byte[] piece(int token) {
        if (token < 0 || token >= size) {
            throw new IllegalArgumentException("token %d of %d".formatted(token, size));
        }
        try (Arena arena = Arena.ofConfined()) {
            byte[] piece = piece(arena, token, LONGEST_PIECE);
            return piece;
        }
    }

    private byte[] piece(Arena arena, int token, int room) {
        try {
            MemorySegment buffer = arena.allocate(room);
            int length = (int) handles.piece.invokeExact(vocab, token, buffer, room, 0, true);
            if (length < 0) {
                return piece(arena, token, -length);
            }
            return Arrays.copyOf(buffer.toArray(JAVA_BYTE), length);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static int integer(MethodHandle handle, MemorySegment of) {
        try {
            return (int) handle.invokeExact(of);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static boolean bool(MethodHandle handle, MemorySegment of) {
        try {
            return (boolean) handle.invokeExact(of);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The bound functions, shared by all models. */
    static final class Handles {
        final MethodHandle ofModel;
        final MethodHandle size;
        final MethodHandle trainedContext;
        final MethodHandle hasDecoder;
        final MethodHandle bos;
        final MethodHandle eos;
        final MethodHandle addBos;
        final MethodHandle type;
        final MethodHandle isEndOfGeneration;
        final MethodHandle tokenize;
        final MethodHandle piece;

        Handles(Functions functions) {
            FunctionDescriptor toInt = FunctionDescriptor.of(JAVA_INT, ADDRESS);
            FunctionDescriptor toBool = FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS);
            ofModel =
                    functions.bind(
                            "llama_model_get_vocab", FunctionDescriptor.of(ADDRESS, ADDRESS));
            size = functions.bind("llama_vocab_n_tokens", toInt);
            trainedContext = functions.bind("llama_model_n_ctx_train", toInt);
            hasDecoder = functions.bind("llama_model_has_decoder", toBool);
            bos = functions.bind("llama_vocab_bos", toInt);
            eos = functions.bind("llama_vocab_eos", toInt);
            addBos = functions.bind("llama_vocab_get_add_bos", toBool);
            type = functions.bind("llama_vocab_type", toInt);
            isEndOfGeneration =
                    functions.bind(
                            "llama_vocab_is_eog",
                            FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT));
            tokenize =
                    functions.bind(
                            "llama_tokenize",
                            FunctionDescriptor.of(
                                    JAVA_INT,
                                    ADDRESS,
                                    ADDRESS,
                                    JAVA_INT,
                                    ADDRESS,
                                    JAVA_INT,
                                    JAVA_BOOLEAN,
                                    JAVA_BOOLEAN));
            piece =
                    functions.bind(
                            "llama_token_to_piece",
                            FunctionDescriptor.of(
                                    JAVA_INT,
                                    ADDRESS,
                                    JAVA_INT,
                                    ADDRESS,
                                    JAVA_INT,
                                    JAVA_INT,
                                    JAVA_BOOLEAN));
        }
    }
}
