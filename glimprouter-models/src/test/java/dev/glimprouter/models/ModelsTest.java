package dev.glimprouter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.EngineProvider;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Session;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class ModelsTest extends DownloadsTestBase {

    /** Takes model files and gives engines that only know where they came from. */
    private static final EngineProvider FILES =
            new EngineProvider() {
                @Override
                public boolean accepts(ModelSource source) {
                    return source instanceof ModelSource.File;
                }

                @Override
                public Engine open(ModelSource source, EngineOptions options) {
                    return new InfoEngine(source.toString(), options.contextTokens());
                }
            };

    /** An engine without sessions. */
    private record InfoEngine(String source, int context) implements Engine {
        @Override
        public EngineInfo info() {
            return new EngineInfo("test", "1", source, 0, context, 0);
        }

        @Override
        public Session open(Prompt head) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private Models models(FakeHub hub) {
        return new Models(store(), downloads(hub.address(), List.of()), List.of(FILES));
    }

    @Test
    void pullsWhatIsMissingAndOpensIt() {
        try (FakeHub hub = new FakeHub(FakeHub.whole(TinyModel.BYTES))) {
            Models models = models(hub);
            ModelRef ref = models.parse("tiny-model");
            EngineOptions options = EngineOptions.DEFAULT.withContextTokens(77);
            for (int time = 0; time < 2; time++) {
                try (Engine engine = models.open(ref, options, PullListener.NONE)) {
                    assertThat(engine.info().contextTokens()).isEqualTo(77);
                    assertThat(engine.info().model())
                            .isEqualTo(new ModelSource.File(modelFile(), true).toString());
                }
            }
            assertThat(hub.requests).hasSize(1);
        }
    }

    @Test
    void trustsOnlyTheCatalogue() throws IOException {
        Path own = Files.write(temp.resolve("own.gguf"), new byte[] {1});
        try (FakeHub hub = new FakeHub()) {
            assertThat(models(hub).source(new ModelRef.LocalFile(own), PullListener.NONE))
                    .isEqualTo(new ModelSource.File(own, false));
        }
    }

    @Test
    void handsServersOn() {
        try (FakeHub hub = new FakeHub()) {
            Models models = models(hub);
            ModelRef ref = models.parse("http://localhost:8000/v1#m");
            assertThat(models.source(ref, PullListener.NONE))
                    .isEqualTo(
                            new ModelSource.Servers(
                                    List.of(URI.create("http://localhost:8000/v1")), "m"));
            assertThatThrownBy(() -> models.open(ref, EngineOptions.DEFAULT, PullListener.NONE))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("No engine for servers")
                    .hasMessageContaining("name a .gguf file");
        }
    }

    @Test
    void saysThatAFileIsNotThere() {
        try (FakeHub hub = new FakeHub()) {
            Models models = models(hub);
            ModelRef ref = models.parse("nowhere.gguf");
            assertThatThrownBy(() -> models.require(ref, PullListener.NONE))
                    .isInstanceOf(SetupException.class)
                    .hasMessage("There is no file nowhere.gguf: check the path.");
        }
    }

    @Test
    void pullsVerifiesAndRemovesByName() {
        try (FakeHub hub = new FakeHub(FakeHub.whole(TinyModel.BYTES))) {
            Models models = models(hub);
            assertThat(models.pull("tiny-pair", PullListener.NONE)).containsOnly(modelFile());
            assertThat(models.verify("tiny-model", PullListener.NONE))
                    .allMatch(Verification::matches);
            assertThat(models.verifyAll(PullListener.NONE)).hasSize(1);
            assertThat(models.remove("tiny-model")).isTrue();
            assertThat(models.verifyAll(PullListener.NONE)).isEmpty();
        }
    }

    @Test
    void pullsNothingButModelsOfTheStore() {
        try (FakeHub hub = new FakeHub()) {
            Models models = models(hub);
            assertThatThrownBy(() -> models.pull("own.gguf", PullListener.NONE))
                    .isInstanceOf(RequestException.class);
            assertThatThrownBy(() -> models.pull("tiny-modl", PullListener.NONE))
                    .hasMessageContaining("did you mean tiny-model?");
        }
    }

    @Test
    void aSecondPullWaitsForTheFirstAndAsksNobody() throws InterruptedException {
        try (FakeHub hub = new FakeHub()) {
            hub.then(hub.stall(TinyModel.BYTES, "\"v1\"", 1000));
            Thread first =
                    Thread.ofVirtual().start(() -> models(hub).pull("tiny-model", events::add));
            hub.hanging.await();
            List<PullEvent> heard = new ArrayList<>();
            PullListener releasing =
                    event -> {
                        heard.add(event);
                        if (event instanceof PullEvent.Waiting) {
                            hub.release();
                        }
                    };
            assertThat(models(hub).pull("tiny-model", releasing)).containsExactly(modelFile());
            first.join();
            assertThat(heard)
                    .extracting(Object::getClass)
                    .isEqualTo(List.of(PullEvent.Waiting.class, PullEvent.Ready.class));
            assertThat(hub.requests).hasSize(1);
        }
    }
}
