package dev.glimprouter.openai.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whole streams of every kind of server. */
class StreamSamplesTest {

    private static String text(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::text).collect(Collectors.joining());
    }

    private static Optional<Finish> finish(List<Chunk> chunks) {
        return chunks.stream().flatMap(chunk -> chunk.finish().stream()).findFirst();
    }

    private static Counts counts(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::counts).reduce(Counts.NONE, Counts::updatedBy);
    }

    private static List<Integer> ids(List<Chunk> chunks) {
        return chunks.stream().flatMap(chunk -> chunk.ids().stream()).toList();
    }

    private static List<Integer> entryIds(List<Chunk> chunks) {
        return chunks.stream().flatMap(c -> c.entries().stream()).map(Entry::id).toList();
    }

    @Test
    void aStepOfVllm() {
        List<Chunk> chunks = Samples.chunks("vllm", "vllm-step.jsonl");

        assertThat(text(chunks)).isEqualTo("So it is 4.\n\n");
        assertThat(ids(chunks)).containsExactly(40, 433, 374, 220, 382);
        assertThat(entryIds(chunks)).isEqualTo(ids(chunks));
        assertThat(finish(chunks)).hasValue(new Finish.StopText("\n\n"));
        assertThat(counts(chunks).prompt()).hasValue(2);
        assertThat(counts(chunks).cached()).hasValue(1);
        assertThat(counts(chunks).completion()).hasValue(5);
        assertThat(chunks)
                .extracting(Chunk::done)
                .containsExactly(false, false, false, false, true);
        assertThat(chunks.getFirst().counts().prompt()).hasValue(2);
    }

    @Test
    void aChatOfVllm() {
        List<Chunk> chunks = Samples.chunks("vllm", "vllm-chat.jsonl");

        assertThat(text(chunks)).isEqualTo("Wait, four");
        assertThat(entryIds(chunks)).containsExactly(271);
        assertThat(finish(chunks)).hasValue(Finish.Plain.END_OF_SEQUENCE);
    }

    @Test
    void aStepOfSglang() {
        List<Chunk> chunks = Samples.chunks("sglang", "sglang-step.jsonl");

        assertThat(text(chunks)).isEqualTo("\n\nSo 4.\n\n");
        assertThat(ids(chunks)).containsExactly(271, 4416, 220, 19, 382);
        assertThat(entryIds(chunks)).containsExactly(-1, -1);
        assertThat(finish(chunks)).hasValue(new Finish.StopText("\n\n"));
        assertThat(counts(chunks).cached()).hasValue(8);
    }

    @Test
    void aStepOfLlamaServer() {
        List<Chunk> chunks = Samples.chunks("llama-server", "llama-server-step.jsonl");

        assertThat(text(chunks)).isEqualTo("\n\nSo it is 4.\n\n");
        assertThat(ids(chunks)).containsExactly(271, 4416, 382);
        assertThat(entryIds(chunks)).containsExactly(271, 4416);
        assertThat(finish(chunks)).hasValue(new Finish.StopText("\n\n"));
        Counts counts = counts(chunks);
        assertThat(counts.prompt()).hasValue(9);
        assertThat(counts.cached()).hasValue(8);
        assertThat(counts.prefillNanos()).hasValue(12_500_000);
        assertThat(counts.decodeNanos()).hasValue(100_250_000);
        assertThat(counts.drafted()).hasValue(6);
        assertThat(counts.accepted()).hasValue(4);
        assertThat(chunks.getFirst().counts().cached()).hasValue(8);
        assertThat(chunks.getLast().done()).isTrue();
    }

    @Test
    void llamaServersOtherRouteHasTheNewerShape() {
        List<Chunk> chunks = Samples.chunks("completions", "llama-server-openai.jsonl");

        assertThat(text(chunks)).isEqualTo("So");
        assertThat(entryIds(chunks)).containsExactly(4416);
        assertThat(chunks.getFirst().entries().getFirst().top()).hasSize(2);
        assertThat(finish(chunks)).hasValue(Finish.Plain.LENGTH);
        assertThat(counts(chunks).cached()).hasValue(8);
    }

    @Test
    void aStepOfOllama() {
        List<Chunk> chunks = Samples.chunks("ollama", "ollama-step.jsonl");

        assertThat(text(chunks)).isEqualTo("So it</think>");
        assertThat(chunks.getFirst().entries()).hasSize(2);
        assertThat(chunks.getFirst().entries().getFirst().top()).hasSize(3);
        assertThat(finish(chunks)).hasValue(Finish.Plain.END_OF_SEQUENCE);
        assertThat(counts(chunks).prompt()).hasValue(9);
        assertThat(counts(chunks).completion()).hasValue(3);
        assertThat(counts(chunks).prefillNanos()).hasValue(123_456);
        assertThat(counts(chunks).decodeNanos()).hasValue(654_321);
        assertThat(chunks).extracting(Chunk::done).containsExactly(false, false, true);
    }

    @Test
    void aReplyInOnePiece() {
        Chunk reply = Samples.reader("chat").readWhole(Samples.file("generic-reply.json"));

        assertThat(reply.text()).isEqualTo("It is four.</think>4");
        assertThat(reply.entries()).hasSize(1);
        assertThat(reply.finish()).hasValue(Finish.Plain.END_OF_SEQUENCE);
        assertThat(reply.counts().drafted()).hasValue(5);
        assertThat(reply.counts().accepted()).hasValue(2);
        assertThat(reply.done()).isTrue();
    }
}
