package dev.glimprouter.openai.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.TemperedDistribution;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.glimpse.TopDistribution;
import dev.glimprouter.openai.internal.profile.Profiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** The glimpse that a server gives. */
class FirstDistributionTest {

    private static final double EXACT = 1e-9;

    private static Optional<TokenDistribution> first(String profile, List<Chunk> chunks, int size) {
        Chunk first = chunks.stream().filter(c -> !c.entries().isEmpty()).findFirst().orElseThrow();
        return FirstDistribution.of(Profiles.named(profile), Samples.ask("text"), first, size);
    }

    private static Entry entry(double... logProbs) {
        List<Candidate> top =
                IntStream.range(0, logProbs.length)
                        .mapToObj(i -> new Candidate(new TokenKey.Id(i), "t" + i, logProbs[i]))
                        .toList();
        return new Entry(new Candidate(new TokenKey.Id(0), "t0", -1), top);
    }

    private static Optional<TokenDistribution> of(String profile, Entry entry, int size) {
        return FirstDistribution.of(Profiles.named(profile), Samples.ask("text"), entry, size);
    }

    @Test
    void vllmsIsTheRawOne() {
        Entropy seen =
                first("vllm", Samples.chunks("vllm", "vllm-step.jsonl"), 1000)
                        .orElseThrow()
                        .entropy();

        assertThat(seen.nats()).isCloseTo(1.5 * Math.log(2), within(EXACT));
        assertThat(seen.coveredMass()).isCloseTo(1, within(EXACT));
    }

    @Test
    void llamaServersTopListCountsAndNotTheTextSent() {
        Entropy seen =
                first(
                                "llama-server",
                                Samples.chunks("llama-server", "llama-server-step.jsonl"),
                                1000)
                        .orElseThrow()
                        .entropy();

        assertThat(seen.coveredMass()).isCloseTo(0.75, within(EXACT));
        assertThat(seen.nats()).isCloseTo(Math.log(3) - 2 * Math.log(2) / 3, within(EXACT));
    }

    @Test
    void sglangsIsTemperedByTheRequestsTemperature() {
        TokenDistribution seen =
                first("sglang", Samples.chunks("sglang", "sglang-step.jsonl"), 1000).orElseThrow();

        assertThat(seen)
                .isInstanceOfSatisfying(
                        TemperedDistribution.class,
                        tempered -> assertThat(tempered.temperature()).isEqualTo(0.6));
        double ratio = Math.pow(0.25, 0.6);
        double p = 1 / (1 + ratio);
        assertThat(seen.entropy().nats())
                .isCloseTo(-p * Math.log(p) - (1 - p) * Math.log(1 - p), within(EXACT));
    }

    @Test
    void greedySglangTellsTheRawOne() {
        Generation greedy =
                new Generation(
                        Sampling.GREEDY,
                        1,
                        Generation.Until.STEP,
                        Generation.Distributions.FIRST,
                        0);

        assertThat(
                        FirstDistribution.of(
                                Profiles.named("sglang"),
                                Ask.of(Samples.prompt("text"), "M", greedy, 20),
                                entry(-0.1),
                                10))
                .containsInstanceOf(TopDistribution.class);
    }

    @Test
    void anUnknownVocabularyIsTakenForTheLargest() {
        Entropy unknown = of("vllm", entry(-0.5, -2), 0).orElseThrow().entropy();
        Entropy known = of("vllm", entry(-0.5, -2), 152_064).orElseThrow().entropy();

        assertThat(unknown.nats()).isEqualTo(known.nats());
        assertThat(unknown.coveredMass()).isEqualTo(known.coveredMass());
        assertThat(unknown.lowerNats()).isEqualTo(known.lowerNats());
        assertThat(unknown.upperNats()).isGreaterThan(known.upperNats());
    }

    @Test
    void aSampledTokenBeyondTheListIsLeftOut() {
        double[] listed = new double[21];
        for (int i = 0; i < 20; i++) {
            listed[i + 1] = -3 - i;
        }
        listed[0] = -40;

        TopDistribution seen = (TopDistribution) of("vllm", entry(listed), 1000).orElseThrow();

        assertThat(seen.logProbabilities()).hasSize(20).startsWith(-3.0).endsWith(-22.0);
    }

    @Test
    void fewerThanAskedWillDo() {
        assertThat(of("vllm", entry(-0.1, -3), 1000)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-Infinity", "0.5", "Infinity", "-Infinity,-Infinity"})
    void whatIsNoDistributionIsAMissingOne(String values) {
        double[] listed =
                values.isEmpty()
                        ? new double[0]
                        : List.of(values.split(",")).stream()
                                .mapToDouble(Double::parseDouble)
                                .toArray();

        assertThat(of("vllm", entry(listed), 1000)).isEmpty();
        assertThat(of("sglang", entry(listed), 1000)).isEmpty();
    }

    @Test
    void aVocabularySmallerThanTheListIsAMissingOne() {
        assertThat(of("vllm", entry(-1, -1, -2), 2)).isEmpty();
    }

    @Test
    void anIncompleteFirstTokenOfLlamaServerIsAMissingOne() {
        Chunk second =
                Samples.reader("llama-server")
                        .read(
                                "{\"content\":\"é\",\"tokens\":[8],\"stop\":false,\"tokens_predicted\":2,"
                                        + "\"completion_probabilities\":[{\"id\":8,\"token\":\"é\",\"logprob\":-0.1,"
                                        + "\"top_logprobs\":[{\"id\":8,\"token\":\"\",\"logprob\":-0.1}]}]}");

        assertThat(first("llama-server", List.of(second), 1000)).isEmpty();
        assertThat(first("vllm", List.of(second), 1000)).isPresent();
    }

    @Test
    void logProbabilityZeroFromADraftIsCertain() {
        assertThat(of("llama-server", entry(0), 1000).orElseThrow().entropy().nats()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noChunkingChangesTextEntriesOrTheFirst(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            RandomStream stream = RandomStream.of(random);

            List<Chunk> whole = stream.chunks(new Random(seed), stream.tokens());
            List<Chunk> pieces = stream.chunks(random, 1 + random.nextInt(4));

            String which = "seed %d, round %d".formatted(seed, round);
            assertThat(summary(pieces)).as(which).isEqualTo(summary(whole));
            assertThat(first("vllm", pieces, 1000).orElseThrow().entropy())
                    .as(which)
                    .isEqualTo(first("vllm", whole, 1000).orElseThrow().entropy());
        }
    }

    @Test
    void thePublishedEntropyCollapsesWhatHasOneTextAndNothingElse() {
        List<Candidate> top =
                List.of(
                        new Candidate(new TokenKey.Id(1), "x", Math.log(0.5)),
                        new Candidate(new TokenKey.Id(2), "y", Math.log(0.25)),
                        new Candidate(new TokenKey.Id(3), "y", Math.log(0.125)));
        TokenDistribution seen =
                of("llama-server", new Entry(top.getFirst(), top), 100).orElseThrow();

        double expected = -(0.8 * Math.log(0.8) + 0.2 * Math.log(0.2));
        assertThat(seen.publishedEntropy().nats()).isCloseTo(expected, within(1e-12));
    }

    private static List<Object> summary(List<Chunk> chunks) {
        StringBuilder text = new StringBuilder();
        List<Object> all = new ArrayList<>();
        for (Chunk chunk : chunks) {
            text.append(chunk.text());
            all.addAll(chunk.entries());
            all.addAll(chunk.ids());
        }
        all.sort((a, b) -> Boolean.compare(a instanceof Entry, b instanceof Entry));
        all.add(text.toString());
        chunks.stream().flatMap(chunk -> chunk.finish().stream()).forEach(all::add);
        return all;
    }
}
