import dev.glimprouter.testkit.gguf.TinyGguf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes a tiny random model, for checks of processes that need no sense.
 *
 * <p>Run it with the class path of the test kit: {@code java -cp glimprouter-testkit/target/classes
 * tools/TinyModel.java FILE SEED}.
 */
final class TinyModel {

    private TinyModel() {}

    public static void main(String[] args) throws IOException {
        TinyGguf model =
                TinyGguf.DEFAULT.withSeed(Long.parseLong(args[1])).withBias(Map.of("\n\n", 2.0));
        Files.write(Path.of(args[0]), model.writer().bytes());
    }
}
