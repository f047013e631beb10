package dev.glimprouter.eval.internal.data;

import dev.glimprouter.eval.data.CodeTest;
import dev.glimprouter.eval.data.CodeTests;
import dev.glimprouter.eval.data.TestSource;
import dev.glimprouter.eval.internal.hidden.HiddenTests;
import dev.glimprouter.eval.internal.hidden.TestList;
import dev.glimprouter.eval.internal.hidden.UnreadableTests;
import dev.glimprouter.trace.internal.Json;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The public and then the hidden tests of one line of a file.
 *
 * @param length of the line in bytes
 * @param id of the problem that the line has to hold
 */
record TestsOfFile(LineOfFile place, int length, String id) implements TestSource {

    @Override
    public CodeTests load() {
        try {
            LiveCodeBenchRow row = LiveCodeBenchRow.tests(Bytes.withoutMark(line()));
            if (!row.text("question_id").equals(id)) {
                throw new IllegalArgumentException(
                        "the file was changed: problem %s is no more here".formatted(id));
            }
            List<CodeTest> tests =
                    new ArrayList<>(TestList.read(row.text(LiveCodeBenchRow.PUBLIC_TESTS)));
            tests.addAll(HiddenTests.read(row.text(LiveCodeBenchRow.HIDDEN_TESTS)));
            return new CodeTests(function(row), tests);
        } catch (UnreadableTests wrong) {
            throw JsonRows.wrong(
                    place.file(),
                    place.number(),
                    new IllegalArgumentException(wrong.getMessage(), wrong));
        } catch (IllegalArgumentException wrong) {
            throw JsonRows.wrong(place.file(), place.number(), wrong);
        } catch (IOException e) {
            throw JsonRows.unreadable(place.file(), e);
        }
    }

    private static Optional<String> function(LiveCodeBenchRow row) {
        Optional<String> metadata =
                row.maybeText(LiveCodeBenchRow.METADATA).filter(text -> !text.isBlank());
        return metadata.map(
                        text -> Json.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .filter(fields -> fields.has("func_name"))
                .map(fields -> fields.text("func_name"));
    }

    private byte[] line() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(place.file())) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, place.offset() + bytes.position()) < 0) {
                    throw new EOFException("it became shorter since it was read first");
                }
            }
        }
        return bytes.array();
    }
}
