package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** An engine whose costs are looked at, and what is said to it. */
@Timeout(60)
abstract class CostTestBase {

    static final String FOREIGN = " two equals the half, because the sum is total.\n\n";

    /** Ends before a space, so that its tokens are the same in the whole. */
    static final String BEGINNING = " two equals the half, because";

    @TempDir Path directory;
    LlamaEngine engine;

    @BeforeEach
    final void open() throws IOException {
        engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
    }

    @AfterEach
    final void close() {
        engine.close();
    }
}
