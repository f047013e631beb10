package dev.glimprouter.cli;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.EngineProvider;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.llamacpp.LlamaCppProvider;
import dev.glimprouter.models.Catalogue;
import dev.glimprouter.models.CatalogueModel;
import dev.glimprouter.models.DownloadSettings;
import dev.glimprouter.models.Downloads;
import dev.glimprouter.models.FreeSpace;
import dev.glimprouter.models.HubFile;
import dev.glimprouter.models.ModelPair;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.models.ModelStore;
import dev.glimprouter.models.Models;
import dev.glimprouter.models.PullListener;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.testkit.gguf.TinyGguf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A command line whose models are scripted and whose streams are kept. */
final class Stage {

    static final Terminal SCREEN = new Terminal(true, true, true, 40, true);

    private static final byte[] BYTES = "bytes".getBytes(StandardCharsets.UTF_8);

    final ManualTime time = new ManualTime();

    /** What the models were opened with; both open at the same time. */
    final List<EngineOptions> opened = new CopyOnWriteArrayList<>();

    final List<Integer> exits = new ArrayList<>();
    final List<Integer> halts = new ArrayList<>();
    final ScriptedEngine small;
    final ScriptedEngine large;
    final Interrupts interrupts = new Interrupts(time, new Endings());
    Terminal terminal = Terminal.NONE;
    InputStream in = InputStream.nullInputStream();
    OutputStream out = new ByteArrayOutputStream();
    RuntimeException refusal = new IllegalStateException("unused");
    boolean refuses;
    byte[] bytes = BYTES;
    EngineProvider provider = new Provider();
    DownloadSettings downloads = DownloadSettings.DEFAULT;
    boolean stocked = true;
    Map<String, String> environment = Map.of();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path folder;

    private Stage(Path folder, ScriptedEngine small, ScriptedEngine large) {
        this.folder = folder;
        this.small = small.withTime(time).named("tiny-small");
        this.large = large.withTime(time).named("tiny-large");
    }

    /** What small and large write, generation by generation; files lie in {@code folder}. */
    static Stage of(Path folder, List<Reply> small, List<Reply> large) {
        return new Stage(
                folder,
                ScriptedEngine.of(small.toArray(Reply[]::new)),
                ScriptedEngine.of(large.toArray(Reply[]::new)));
    }

    /** With these models. */
    static Stage with(Path folder, ScriptedEngine small, ScriptedEngine large) {
        return new Stage(folder, small, large);
    }

    private static Reply slow(String text) {
        return Reply.text(text).pace(Duration.ofMillis(100));
    }

    /** Two steps, the first by large, and an answer. */
    static Stage usual(Path folder) {
        return of(
                folder,
                List.of(slow("Hm.\n\n").entropy(1.42), slow("So four.</think>").entropy(0.03)),
                List.of(slow("Two and two is asked.\n\n"), slow("\n\\boxed{4}\n")));
    }

    Stage on(Terminal screen) {
        terminal = screen;
        return this;
    }

    Stage typed(String text) {
        return typed(text.getBytes(StandardCharsets.UTF_8));
    }

    Stage typed(byte[] bytes) {
        in = new ByteArrayInputStream(bytes);
        return this;
    }

    /** Models that refuse to open. */
    Stage refusing(RuntimeException why) {
        refuses = true;
        refusal = why;
        return this;
    }

    /** Without models at first, which this hub and nobody else may have. */
    Stage pullingFrom(URI hub) {
        stocked = false;
        Duration patience = Duration.ofSeconds(30);
        downloads =
                new DownloadSettings(
                        hub,
                        List.of(),
                        patience,
                        patience,
                        patience,
                        Duration.ofMillis(1),
                        FreeSpace.OF_DISK);
        return this;
    }

    /** With the embedded engine, and with both models being this file. */
    Stage real(TinyGguf model) {
        bytes = model.writer().bytes();
        provider = new LlamaCppProvider();
        return this;
    }

    int run(String... args) {
        return new Cli(world()).run(args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private World world() {
        return new World(
                terminal,
                in,
                Printer.strict(out, StandardCharsets.UTF_8),
                Printer.lenient(err, StandardCharsets.UTF_8),
                models(),
                interrupts,
                time,
                () -> 4711,
                environment::get);
    }

    private Models models() {
        Catalogue catalogue =
                new Catalogue(
                        List.of(model("tiny-small", "small"), model("tiny-large", "large")),
                        List.of(new ModelPair(Catalogue.DEFAULT_PAIR, "tiny-small", "tiny-large")));
        ModelStore store = new ModelStore(folder, catalogue);
        Models models = new Models(store, new Downloads(store, downloads), List.of(provider));
        if (stocked) {
            catalogue.models().forEach(model -> put(models, model));
            stocked = false;
        }
        return models;
    }

    private void put(Models models, CatalogueModel model) {
        try {
            Files.write(folder.resolve(model.file()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        models.require(new ModelRef.Named(model), PullListener.NONE);
    }

    private CatalogueModel model(String name, String role) {
        String file = name + ".gguf";
        return new CatalogueModel(
                name,
                role,
                file,
                bytes.length,
                sha256(bytes),
                "none",
                HubFile.ofMain("owner", "repo", file),
                Optional.empty());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private final class Provider implements EngineProvider {
        @Override
        public boolean accepts(ModelSource source) {
            return source instanceof ModelSource.File;
        }

        @Override
        public Engine open(ModelSource source, EngineOptions options) {
            if (refuses) {
                throw refusal;
            }
            opened.add(options);
            options.loading().accept(0.5);
            return source.toString().contains("tiny-small") ? small : large;
        }
    }

    private final class Endings implements Interrupts.Ending {
        @Override
        public void exit(int code) {
            exits.add(code);
        }

        @Override
        public void halt(int code) {
            halts.add(code);
        }
    }
}
