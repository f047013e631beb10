package dev.glimprouter.llamacpp.internal.runtime;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.llamacpp.internal.ffm.Llama;
import dev.glimprouter.llamacpp.internal.natives.NativeLibraries;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.testkit.gguf.GgufWriter;
import dev.glimprouter.testkit.gguf.TinyGguf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens tiny models with the real libllama; skips the test, and says so, where there is none. */
final class TinyEngines {

    static final EngineOptions OPTIONS = options(1024, 4, 4);

    private static final String RAW = "raw";

    private TinyEngines() {}

    /** Options for a context in tokens, with one compute thread. */
    static EngineOptions options(int context, int sessions, int branches) {
        return new EngineOptions(
                context, sessions, branches, 1, 0, Optional.empty(), Optional.empty(), _ -> {});
    }

    /** The library, or the end of the test. */
    static Llama library() {
        try {
            return EmbeddedEngines.library(NativeLibraries.local().locate(Optional.empty()));
        } catch (GlimpRouterException missing) {
            System.err.println("SKIPPED, no natives: " + missing.getMessage());
            return abort("no natives: " + missing.getMessage());
        }
    }

    static LlamaEngine open(Path directory, TinyGguf model) throws IOException {
        return open(directory, model.writer(), OPTIONS);
    }

    static LlamaEngine open(Path directory, TinyGguf model, EngineOptions options)
            throws IOException {
        return open(directory, model.writer(), options);
    }

    static LlamaEngine open(
            Path directory, TinyGguf model, EngineOptions options, HeadRenderer heads)
            throws IOException {
        return open(directory, model.writer(), options, heads);
    }

    static LlamaEngine open(Path directory, GgufWriter model, EngineOptions options)
            throws IOException {
        return open(directory, model, options, TinyEngines::head);
    }

    private static LlamaEngine open(
            Path directory, GgufWriter model, EngineOptions options, HeadRenderer heads)
            throws IOException {
        Llama library = library();
        Path file = Files.createTempFile(directory, "tiny", ".gguf");
        Files.write(file, model.bytes());
        return new EngineOpener(library, options).open(file, "tiny", _ -> heads);
    }

    /** A session that begins with a question. */
    static TokenSession ask(LlamaEngine engine, String question) {
        return engine.open(prompt(question));
    }

    static Prompt prompt(String question) {
        return new Prompt(List.of(new Message(Role.USER, question)), Prompt.THINK);
    }

    /** A session that begins with certain tokens. */
    static TokenSession begin(LlamaEngine engine, int... ids) {
        String text = String.join(" ", Arrays.stream(ids).mapToObj(Integer::toString).toList());
        return engine.open(new Prompt(List.of(new Message(Role.USER, text)), RAW));
    }

    private static int[] head(Prompt prompt, Tokenizer tokenizer) {
        if (prompt.opening().equals(RAW)) {
            String[] ids = prompt.messages().getLast().content().split(" ");
            return Arrays.stream(ids).mapToInt(Integer::parseInt).toArray();
        }
        IntList ids = new IntList();
        for (Message message : prompt.messages()) {
            String role = message.role().name().toLowerCase(Locale.ROOT);
            ids.addAll(tokenizer.template("<|im_start|>" + role + "\n"));
            ids.addAll(tokenizer.plain(message.content()));
            ids.addAll(tokenizer.template("<|im_end|>\n"));
        }
        ids.addAll(tokenizer.template("<|im_start|>assistant\n"));
        ids.addAll(tokenizer.text(prompt.opening()));
        return ids.toArray();
    }
}
