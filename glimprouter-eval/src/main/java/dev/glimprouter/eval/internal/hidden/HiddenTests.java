package dev.glimprouter.eval.internal.hidden;

import dev.glimprouter.eval.data.CodeTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.InflaterInputStream;

/** Hidden tests as their files hold them: plain JSON, or Base64 of zlib of a pickled JSON text. */
public final class HiddenTests {

    /** Most bytes that one problem's tests may have when inflated: a bound on memory. */
    static final int MAX_BYTES = 512 << 20;

    private HiddenTests() {}

    /**
     * Reads tests.
     *
     * @throws UnreadableTests if they are anything else, or too large
     */
    public static List<CodeTest> read(String encoded) throws UnreadableTests {
        return read(encoded, MAX_BYTES);
    }

    static List<CodeTest> read(String encoded, int mostBytes) throws UnreadableTests {
        return encoded.stripLeading().startsWith("[")
                ? TestList.read(encoded)
                : TestList.read(json(encoded, mostBytes));
    }

    private static byte[] json(String encoded, int mostBytes) throws UnreadableTests {
        InputStream text =
                new ByteArrayInputStream(encoded.strip().getBytes(StandardCharsets.ISO_8859_1));
        try (InputStream inflated = new InflaterInputStream(Base64.getDecoder().wrap(text))) {
            return new PickledString(inflated, mostBytes).read();
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableTests(
                    "the hidden tests are damaged: " + broken.getMessage(), broken);
        }
    }
}
