package dev.glimprouter.openai.internal.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.openai.Finding.Topic;
import dev.glimprouter.openai.ServerFacts.Begin;
import dev.glimprouter.openai.ServerFacts.Distribution;
import dev.glimprouter.openai.ServerFacts.Glimpse;
import dev.glimprouter.openai.ServerFacts.StopText;
import dev.glimprouter.openai.ServerReport;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Dialects;
import dev.glimprouter.testkit.upstream.dialect.Quirk;

import org.junit.jupiter.api.Test;

import java.util.stream.Stream;

/** What a server lacks is found, with what to change. */
class LackTest extends ExaminationBase {

    private static Dialect vllm(Quirk... quirks) {
        return Dialects.vllm(ExaminationBase::writes).with(quirks);
    }

    /** Answers that tell what the server is doing, so that only the lack in question is found. */
    private static Responder openly(Responder llama) {
        return Faults.onPath("/slots", inTurn(slots(false, 1)), llama);
    }

    @Test
    void noCandidates() {
        ServerReport report = examine(vllm(Quirk.LOGPROBS_NULL));

        assertThat(report.findings())
                .containsExactly(
                        problem(
                                report,
                                Topic.CANDIDATES,
                                "lists no candidates for the first token, without which it can be a large model but not a small one: start vLLM with --max-logprobs 20."));
        assertThat(facts(report).glimpse()).isEqualTo(new Glimpse(20, 0, Distribution.UNKNOWN));
        assertThat(report.isUsable()).isFalse();
    }

    @Test
    void fewerCandidates() {
        ServerReport report = examine(vllm(Quirk.LOGPROBS_FEWER));

        assertThat(report.findings())
                .containsExactly(
                        hint(
                                report,
                                Topic.CANDIDATES,
                                "lists 10 of the 20 candidates that it was asked for, so that less is known of each entropy: start vLLM with --max-logprobs 20."));
        assertThat(facts(report).glimpse()).isEqualTo(new Glimpse(20, 10, Distribution.RAW));
        assertThat(report.isUsable()).isTrue();
    }

    @Test
    void refusedCandidates() {
        Dialect dialect = vllm();
        Responder strict =
                request ->
                        request.text().contains("\"logprobs\":20")
                                ? dialect.error(
                                        400,
                                        "Requested sample logprobs of 20, which is greater than max allowed: 5")
                                : dialect.answer(request);
        ServerReport report = examine(strict);

        assertThat(report.findings())
                .containsExactly(
                        problem(
                                report,
                                Topic.CANDIDATES,
                                "refuses to list 20 candidates for the first token (%s refuses the request (HTTP 400): Requested sample logprobs of 20, which is greater than max allowed: 5): start vLLM with --max-logprobs 20."
                                        .formatted(report.server())));
        assertThat(facts(report).stopText()).isEqualTo(StopText.KEPT);
    }

    @Test
    void temperedProbabilitiesThatAreTakenForRaw() {
        settings =
                settings.withProfile(
                        file(
                                        "own.json",
                                        "{\"like\":\"sglang\",\"logProbs\":{\"distribution\":\"raw\"}}")
                                .toString());
        ServerReport report = examine(Dialects.sglang(ExaminationBase::writes));

        assertThat(report.findings())
                .containsExactly(
                        problem(
                                report,
                                Topic.DISTRIBUTION,
                                "tells probabilities after the temperature, which are taken for raw ones, so that every entropy is wrong: start SGLang without SGLANG_RETURN_ORIGINAL_LOGPROB, or name a --profile file with {\"like\": \"sglang\", \"logProbs\": {\"distribution\": \"tempered\"}}."));
        assertThat(facts(report).glimpse().distribution()).isEqualTo(Distribution.TEMPERED);
    }

    @Test
    void rawProbabilitiesThatAreTakenForTempered() {
        ServerReport report =
                examine(Dialects.sglang(ExaminationBase::writes).with(Quirk.LOGPROBS_RAW));

        assertThat(report.findings())
                .containsExactly(
                        problem(
                                report,
                                Topic.DISTRIBUTION,
                                "tells raw probabilities, which are taken for tempered ones, so that every entropy is wrong: start SGLang without SGLANG_RETURN_ORIGINAL_LOGPROB, or name a --profile file with {\"like\": \"sglang\", \"logProbs\": {\"distribution\": \"raw\"}}."));
        assertThat(facts(report).glimpse().distribution()).isEqualTo(Distribution.RAW);
    }

    @Test
    void aModelThatIsSureShowsNothing() {
        ServerReport report = examine(Dialects.sglang(_ -> Reply.text("One two.\n\nMore")));

        assertThat(report.findings())
                .containsExactly(
                        hint(
                                report,
                                Topic.DISTRIBUTION,
                                "was too sure of its first token to show whether it tells raw probabilities: ask doctor again."));
        assertThat(facts(report).glimpse().distribution()).isEqualTo(Distribution.UNKNOWN);
    }

    @Test
    void aStopTextThatIsStripped() {
        settings =
                settings.withProfile(
                        file("own.json", "{\"like\":\"vllm\",\"stops\":{\"keepField\":\"keep\"}}")
                                .toString());
        ServerReport report = examine(vllm());

        assertThat(report.findings())
                .containsExactly(
                        problem(
                                report,
                                Topic.STOP_TEXT,
                                "cuts off the blank line that ends a step although it was told to keep it (keep): let a proxy before it pass that field on, or name the kind with --profile completions and a --chat-template."));
        assertThat(facts(report).stopText()).isEqualTo(StopText.STRIPPED);
    }

    @Test
    void aSequenceThatBeginsTwice() {
        Dialect dialect = Dialects.llamaServer(ExaminationBase::writes).with(Quirk.BEGIN_TOKEN);
        Responder template =
                _ -> Play.json(200, "{\"prompt\":\"<s><|user|>Why?<|end|><|assistant|>\"}");
        ServerReport report = examine(Faults.onPath("/apply-template", template, openly(dialect)));

        assertThat(report.findings())
                .containsExactly(
                        problem(
                                report,
                                Topic.PROMPT,
                                "begins the sequence twice (<s>): start llama-server with --override-kv tokenizer.ggml.add_bos_token=bool:false, or give a template without it by --chat-template."));
        assertThat(facts(report).prompt().begin()).isEqualTo(Begin.DOUBLED);
    }

    @Test
    void aSequenceThatTheServerBeginsIsRight() {
        ServerReport report =
                examine(
                        openly(
                                Dialects.llamaServer(ExaminationBase::writes)
                                        .with(Quirk.BEGIN_TOKEN)));

        assertThat(report.findings()).isEmpty();
        assertThat(facts(report).prompt().begin()).isEqualTo(Begin.RIGHT);
    }

    @Test
    void cachedTokensThatAreNotTold() {
        ServerReport report = examine(vllm(Quirk.NO_CACHE_REPORT));

        assertThat(report.findings())
                .containsExactly(
                        hint(
                                report,
                                Topic.CACHE,
                                "does not tell how much of a prompt it found in its cache: start vLLM with --enable-prompt-tokens-details."));
        assertThat(facts(report).prompt().cachedTokens()).isEmpty();
    }

    @Test
    void aCacheThatFindsNothing() {
        Responder forgetful =
                Faults.changed(
                        COMPLETIONS,
                        play ->
                                play.mapped(
                                        act ->
                                                Stream.of(
                                                        act instanceof Act.Event event
                                                                ? forgetting(event)
                                                                : act)),
                        vllm());
        ServerReport report = examine(forgetful);

        assertThat(report.findings())
                .containsExactly(
                        hint(
                                report,
                                Topic.CACHE,
                                "found nothing of a prompt that it had just read, so that every step reads all the text again: start vLLM without --no-enable-prefix-caching."));
        assertThat(facts(report).prompt().cachedTokens()).hasValue(0);
    }

    private static Act forgetting(Act.Event event) {
        return new Act.Event(
                event.text().replaceAll("\"cached_tokens\":\\d+", "\"cached_tokens\":0"),
                event.tokens());
    }

    @Test
    void promptsThatAreNotCounted() {
        ServerReport report = examine(vllm(Quirk.NO_USAGE));

        assertThat(report.findings())
                .contains(
                        hint(
                                report,
                                Topic.PROMPT,
                                "does not count the prompt's tokens, so that the room in its context is a guess."));
        assertThat(facts(report).prompt().tokens()).isEmpty();
    }

    @Test
    void conversationsThatNobodyRenders() {
        model = "script";
        ServerReport report = examine(Dialects.ollama(ExaminationBase::writes));

        assertThat(report.findings())
                .containsExactly(
                        problem(
                                report,
                                Topic.TEMPLATE,
                                "does not render conversations: give the model's template with --chat-template FILE."));
        assertThat(facts(report).glimpse()).isEqualTo(new Glimpse(20, 20, Distribution.RAW));
    }
}
