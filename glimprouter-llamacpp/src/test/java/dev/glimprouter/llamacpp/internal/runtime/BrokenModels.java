package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.llamacpp.internal.ffm.Llama;
import dev.glimprouter.llamacpp.internal.gguf.GgufFile;
import dev.glimprouter.testkit.gguf.BrokenGguf;
import dev.glimprouter.testkit.gguf.TinyGguf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that tries models with random faults and says how it goes. */
final class BrokenModels {

    private BrokenModels() {}

    /** Arguments: a folder, the number of files. Prints each seed before it is tried. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int files = Integer.parseInt(arguments[1]);
        int refused = 0;
        int ran = 0;
        int failed = 0;
        for (int seed = 0; seed < files; seed++) {
            System.out.println("seed " + seed);
            TinyGguf model = TinyGguf.DEFAULT.withArchitecture(seed % 2 == 0 ? "qwen2" : "llama");
            Path file = folder.resolve("broken.gguf");
            Files.write(file, new BrokenGguf(model).bytes(seed));
            if (!isReadable(file)) {
                refused++;
            } else if (runs(TinyEngines.library(), file)) {
                ran++;
            } else {
                failed++;
            }
        }
        System.out.printf(
                "all %d: %d refused by the reader, %d by llama.cpp, %d ran%n",
                files, refused, failed, ran);
        System.exit(0);
    }

    private static boolean isReadable(Path file) {
        try {
            return GgufFile.read(file).shape().layers() > 0;
        } catch (GlimpRouterException refused) {
            return false;
        }
    }

    private static boolean runs(Llama library, Path file) {
        EngineOpener opener = new EngineOpener(library, TinyEngines.options(64, 1, 0));
        try (LlamaEngine engine = opener.open(file, "broken", _ -> (_, _) -> new int[] {0, 1});
                TokenSession session = TinyEngines.ask(engine, "")) {
            return !Reading.all(session, Reading.greedy(2)).tokens().isEmpty();
        } catch (GlimpRouterException refused) {
            return false;
        }
    }
}
