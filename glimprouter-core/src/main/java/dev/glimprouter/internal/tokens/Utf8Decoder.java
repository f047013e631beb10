package dev.glimprouter.internal.tokens;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns pieces of bytes into text as soon as characters are complete. Not thread safe. */
public final class Utf8Decoder {

    private static final int LONGEST_CHARACTER = 4;

    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = {};

    /** Between two characters. */
    public Utf8Decoder() {}

    /** The characters that are complete with this piece. */
    public String feed(byte[] piece) {
        ByteBuffer bytes = ByteBuffer.allocate(rest.length + piece.length);
        bytes.put(rest).put(piece).flip();
        CharBuffer chars = CharBuffer.allocate(bytes.remaining() + LONGEST_CHARACTER);
        decoder.decode(bytes, chars, false);
        rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return chars.flip().toString();
    }

    /** Whether no character is incomplete now. */
    public boolean isBetweenCharacters() {
        return rest.length == 0;
    }
}
