package dev.glimprouter.llamacpp.internal.natives;

import dev.glimprouter.internal.digest.Sha256;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Packed natives made up for a test: name to content. */
record FakeNatives(Map<String, String> files) implements PackedNatives {

    /** The three libraries and one backend for Linux, with a right index. */
    static FakeNatives linux() {
        var files = new LinkedHashMap<String, String>();
        files.put("libggml-base.so", "base");
        files.put("libggml-cpu-zen4.so", "zen4");
        files.put("libggml.v0.4.0.so", "ggml");
        files.put("libllama.v0.4.0.so", "llama");
        var index = new StringBuilder("package @node-llama-cpp/linux-x64 3.21.1\nlock 00\n");
        files.forEach(
                (name, content) ->
                        index.append(Sha256.of(content))
                                .append(' ')
                                .append(content.length())
                                .append(' ')
                                .append(name)
                                .append('\n'));
        files.put("index.txt", index.toString());
        return new FakeNatives(files);
    }

    FakeNatives with(String name, String content) {
        var changed = new LinkedHashMap<>(files);
        changed.put(name, content);
        return new FakeNatives(changed);
    }

    FakeNatives without(String name) {
        var changed = new LinkedHashMap<>(files);
        changed.remove(name);
        return new FakeNatives(changed);
    }

    NativeIndex index() {
        return NativeIndex.parse(files.getOrDefault("index.txt", ""));
    }

    @Override
    public @Nullable InputStream open(String platform, String name) {
        String content = platform.equals("linux-x64") ? files.get(name) : null;
        return content == null
                ? null
                : new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
