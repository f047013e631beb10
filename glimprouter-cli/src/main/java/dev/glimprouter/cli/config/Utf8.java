package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict reading of text. */
public final class Utf8 {

    private Utf8() {}

    /**
     * The text of bytes.
     *
     * @param source where they come from, as the subject of a sentence
     * @throws RequestException if they are not UTF-8
     */
    public static String decode(byte[] bytes, String source) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new RequestException(
                    source + " is not UTF-8: convert it first, for example with iconv -t UTF-8.",
                    e);
        }
    }
}
