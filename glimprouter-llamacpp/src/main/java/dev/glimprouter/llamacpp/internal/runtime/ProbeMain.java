package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.llamacpp.internal.ffm.Llama;
import dev.glimprouter.llamacpp.internal.natives.Machine;
import dev.glimprouter.llamacpp.internal.natives.NativeFiles;
import dev.glimprouter.llamacpp.internal.natives.Platform;

import java.nio.file.Path;
import java.util.List;

/**
 * Loads a model and generates one token, in a process that may die of it.
 *
 * <p>Arguments: the folder of the native libraries, the model file. Exit status 0 if it went well;
 * else the reason is the last line on standard error.
 */
public final class ProbeMain {

    private static final int CONTEXT_TOKENS = 64;

    private ProbeMain() {}

    /** Runs the probe. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            run(Path.of(arguments[0]), Path.of(arguments[1]));
        } catch (RuntimeException | LinkageError | AssertionError failure) {
            System.err.println(failure.getMessage());
            status = 1;
        }
        Runtime.getRuntime().halt(status);
    }

    private static void run(Path libraries, Path model) {
        NativeFiles files = NativeFiles.in(libraries, Platform.of(Machine.local()));
        Llama llama = new Llama(files.directory(), files.ggmlBase(), files.ggml(), files.llama());
        EngineOptions options = EngineOptions.DEFAULT.withContextTokens(CONTEXT_TOKENS);
        Generation one =
                new Generation(Sampling.GREEDY, 1, Until.END_OF_SEQUENCE, Distributions.FIRST, 0);
        try (LlamaEngine engine =
                        new EngineOpener(llama, options)
                                .open(model, model.toString(), _ -> ProbeMain::oneToken);
                Session session = engine.open(new Prompt(List.of(), ""));
                TokenStream stream = session.generate(one)) {
            stream.next().orElseThrow().distribution().orElseThrow().entropy();
        }
    }

    private static int[] oneToken(Prompt head, Tokenizer tokenizer) {
        return tokenizer.withBos(IntList.of(0)).toArray();
    }
}
