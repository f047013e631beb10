package dev.glimprouter.llamacpp.internal.gguf;

import dev.glimprouter.error.SetupException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a checked model file says about itself.
 *
 * @param path the file
 * @param bytes of the file
 * @param architecture such as {@code qwen2}
 * @param name what its makers call it; blank where they do not say
 * @param storage how most of its numbers are stored, such as {@code Q4_K}
 * @param shape the sizes that decide about memory
 * @param vocabulary its tokens
 * @param chatTemplate its Jinja template
 * @param tensorBytes of all tensors together
 */
public record GgufFile(
        Path path,
        long bytes,
        String architecture,
        String name,
        String storage,
        ModelShape shape,
        Vocabulary vocabulary,
        Optional<String> chatTemplate,
        long tensorBytes) {

    private static final int MAGIC = 0x46554747;
    private static final Set<Long> VERSIONS = Set.of(2L, 3L);
    private static final int DEFAULT_ALIGNMENT = 32;
    private static final int MOST_ALIGNMENT = 1 << 16;
    private static final String TOKEN_EMBEDDING = "token_embd.weight";

    /**
     * Reads and checks a file, without its weights.
     *
     * @throws SetupException where it cannot be used
     */
    public static GgufFile read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new SetupException(
                    "There is no model file " + path + "; give the path of a .gguf file.");
        }
        try (FileChannel channel = FileChannel.open(path)) {
            return read(path, new Input(channel));
        } catch (Broken broken) {
            throw new SetupException(
                    "The model file %s cannot be used: %s; %s."
                            .formatted(path, broken.getMessage(), broken.advice()),
                    broken);
        } catch (IOException problem) {
            throw new SetupException(
                    "The model file %s cannot be read: %s; check its disk and permissions."
                            .formatted(path, problem),
                    problem);
        }
    }

    private static GgufFile read(Path path, Input input) throws IOException {
        checkStart(input);
        long tensorCount = input.i64();
        TensorReader.checkCount(tensorCount);
        Metadata metadata = new MetadataReader(input).read(input.i64());
        String architecture = metadata.requireText("general.architecture");
        Architectures.checkName(architecture);
        checkKind(metadata, architecture);
        Map<String, TensorInfo> tensors =
                new TensorReader(input, alignment(metadata)).read(tensorCount);
        ModelShape shape = new ShapeReader(metadata, input, architecture).read();
        Vocabulary vocabulary = new VocabularyReader(metadata, input).read();
        checkEmbedding(tensors, shape, vocabulary);
        return new GgufFile(
                path,
                input.size(),
                architecture,
                metadata.text("general.name").orElse(""),
                storage(tensors),
                shape,
                vocabulary,
                metadata.text("tokenizer.chat_template"),
                tensors.values().stream().mapToLong(TensorInfo::bytes).sum());
    }

    private static void checkStart(Input input) throws IOException {
        if (input.i32() != MAGIC) {
            throw new Broken("it does not begin as a GGUF file");
        }
        long version = input.u32();
        if (!VERSIONS.contains(version)) {
            throw new Broken("it is of GGUF version " + version + ", supported are 2 and 3");
        }
    }

    private static void checkKind(Metadata metadata, String architecture) {
        metadata.text("general.type")
                .filter(type -> !type.equals("model"))
                .ifPresent(
                        type -> {
                            throw new Broken("it is no model but of type " + Broken.quote(type));
                        });
        if (Architectures.writesNoText(architecture)) {
            throw new Broken(
                    "models of architecture " + Broken.quote(architecture) + " write no text");
        }
        if (metadata.get("split.count") instanceof Value.Whole(ValueType _, long parts)
                && parts > 1) {
            throw new Broken(
                    "it is one of " + parts + " parts", "join them with llama-gguf-split --merge");
        }
    }

    /** libllama maps the data and asserts that it begins at a multiple of 32. */
    private static int alignment(Metadata metadata) {
        String key = "general.alignment";
        int alignment =
                metadata.optional(key, DEFAULT_ALIGNMENT, MOST_ALIGNMENT).orElse(DEFAULT_ALIGNMENT);
        if (Integer.bitCount(alignment) != 1) {
            throw new Broken(key + " is " + alignment + ", expected a power of two");
        }
        return alignment;
    }

    private static void checkEmbedding(
            Map<String, TensorInfo> tensors, ModelShape shape, Vocabulary vocabulary) {
        TensorInfo embedding = tensors.get(TOKEN_EMBEDDING);
        if (embedding == null) {
            throw new Broken("it has no tensor " + TOKEN_EMBEDDING);
        }
        List<Long> expected = List.of((long) shape.width(), (long) vocabulary.size());
        if (!embedding.shape().equals(expected)) {
            throw new Broken(
                    TOKEN_EMBEDDING
                            + " has the shape "
                            + embedding.shape()
                            + ", expected "
                            + expected);
        }
    }

    private static String storage(Map<String, TensorInfo> tensors) {
        var bytes = new EnumMap<TensorType, Long>(TensorType.class);
        tensors.values().forEach(tensor -> bytes.merge(tensor.type(), tensor.bytes(), Long::sum));
        return Collections.max(bytes.entrySet(), Map.Entry.comparingByValue()).getKey().name();
    }
}
