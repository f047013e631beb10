package dev.glimprouter.eval.internal.hidden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What Python's pickle and zlib made of a text: {@code
 * base64.b64encode(zlib.compress(pickle.dumps(text, protocol)))}.
 *
 * @param name which text; {@code evil} calls a function, {@code list} is a list with a string
 * @param protocol of pickle; 8 and 9 have instructions that Python takes only for other lengths
 */
record Pickle(String name, int protocol, String base64) {

    static List<Pickle> all() {
        try (InputStream in = Pickle.class.getResourceAsStream("pickles.txt")) {
            String text =
                    new String(
                            Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines().map(line -> line.split(" ")).map(Pickle::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pickle of(String... words) {
        return new Pickle(words[0], Integer.parseInt(words[1]), words[2]);
    }

    @Override
    public String toString() {
        return name + " " + protocol;
    }
}
