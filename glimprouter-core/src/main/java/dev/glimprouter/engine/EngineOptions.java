package dev.glimprouter.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * How an engine is to be set up.
 *
 * @param contextTokens longest text of one session in tokens
 * @param sessions how many questions run at the same time, at least 1
 * @param branches how many branches may live at the same time beside them
 * @param threads threads for computing; 0 for the machine's cores
 * @param gpuLayers layers to put on a GPU; 0 for none
 * @param chatTemplate a file with a Jinja chat template instead of the model's own
 * @param libraryDirectory a folder with native libraries instead of our own
 * @param loading hears the share loaded so far, from 0 to 1, on an arbitrary thread
 */
public record EngineOptions(
        int contextTokens,
        int sessions,
        int branches,
        int threads,
        int gpuLayers,
        Optional<Path> chatTemplate,
        Optional<Path> libraryDirectory,
        DoubleConsumer loading) {

    /** One question at a time in 12,288 tokens on the CPU: room for the default budgets. */
    public static final EngineOptions DEFAULT =
            new EngineOptions(12_288, 1, 2, 0, 0, Optional.empty(), Optional.empty(), _ -> {});

    /** Checks ranges. */
    public EngineOptions {
        if (contextTokens < 16 || sessions < 1 || branches < 0 || threads < 0 || gpuLayers < 0) {
            throw new IllegalArgumentException(
                    "context at least 16, sessions at least 1, the rest not negative");
        }
    }

    /** The same with another context, in tokens. */
    public EngineOptions withContextTokens(int tokens) {
        return with(draft -> draft.contextTokens = tokens);
    }

    /** The same for another number of questions at a time. */
    public EngineOptions withSessions(int count) {
        return with(draft -> draft.sessions = count);
    }

    /** The same with another number of branches at a time. */
    public EngineOptions withBranches(int count) {
        return with(draft -> draft.branches = count);
    }

    /** The same with another number of threads. */
    public EngineOptions withThreads(int count) {
        return with(draft -> draft.threads = count);
    }

    /** The same with another number of layers on a GPU. */
    public EngineOptions withGpuLayers(int count) {
        return with(draft -> draft.gpuLayers = count);
    }

    /** The same with a chat template instead of the model's own. */
    public EngineOptions withChatTemplate(Path file) {
        return with(draft -> draft.chatTemplate = Optional.of(file));
    }

    /** The same with native libraries instead of our own. */
    public EngineOptions withLibraryDirectory(Path folder) {
        return with(draft -> draft.libraryDirectory = Optional.of(folder));
    }

    /** The same with another listener for the loading progress. */
    public EngineOptions withLoading(DoubleConsumer listener) {
        return with(draft -> draft.loading = listener);
    }

    private EngineOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** The options while one of them is changed. */
    private static final class Draft {
        private int contextTokens;
        private int sessions;
        private int branches;
        private int threads;
        private int gpuLayers;
        private Optional<Path> chatTemplate;
        private Optional<Path> libraryDirectory;
        private DoubleConsumer loading;

        Draft(EngineOptions from) {
            contextTokens = from.contextTokens;
            sessions = from.sessions;
            branches = from.branches;
            threads = from.threads;
            gpuLayers = from.gpuLayers;
            chatTemplate = from.chatTemplate;
            libraryDirectory = from.libraryDirectory;
            loading = from.loading;
        }

        EngineOptions done() {
            return new EngineOptions(
                    contextTokens,
                    sessions,
                    branches,
                    threads,
                    gpuLayers,
                    chatTemplate,
                    libraryDirectory,
                    loading);
        }
    }
}
