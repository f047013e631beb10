package dev.glimprouter.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The module works on the module path, with LangChain4j as an automatic module. */
class ModulePathTest {

    private static final String NAME = "dev.glimprouter.langchain4j";
    private static final Pattern NEEDED =
            Pattern.compile(
                    ".*(glimprouter-(langchain4j|core).*|langchain4j-core-[0-9.]+\\.jar"
                            + "|jackson-.*\\.jar|slf4j-api-.*\\.jar|jspecify-.*\\.jar)");

    private static Path[] modulePath() {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(NEEDED.asMatchPredicate())
                .filter(place -> !place.contains("test-classes"))
                .map(Path::of)
                .toArray(Path[]::new);
    }

    @Test
    void itsClassesAreInTheirModule() throws ReflectiveOperationException {
        Configuration found =
                ModuleLayer.boot()
                        .configuration()
                        .resolve(ModuleFinder.of(modulePath()), ModuleFinder.of(), Set.of(NAME));
        ModuleLayer layer =
                ModuleLayer.defineModulesWithOneLoader(
                                found,
                                List.of(ModuleLayer.boot()),
                                ClassLoader.getPlatformClassLoader())
                        .layer();

        Class<?> model = layer.findLoader(NAME).loadClass(NAME + ".GlimpRouterChatModel");
        // An automatic module cannot say what it needs, so that ours has to.
        Class.forName(
                "dev.langchain4j.data.message.ChatMessageSerializer", true, model.getClassLoader());

        assertThat(model.getModule().getName()).isEqualTo(NAME);
        assertThat(model.getInterfaces()[0].getModule().getName()).isEqualTo("langchain4j.core");
        assertThat(model.getMethod("builder").invoke(null)).isNotNull();
    }
}
