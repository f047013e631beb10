package dev.glimprouter.openai.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RetryableException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What can be odd about a piece of a reply. */
class ChunkReaderTest {

    private static Chunk read(String profile, String json) {
        return Samples.reader(profile).read(json.replace('\'', '"'));
    }

    private static Chunk choice(String profile, String fields) {
        return read(profile, "{'choices':[{'index':0," + fields + "}]}");
    }

    private static List<Candidate> top(String profile, String top) {
        return choice(
                        profile,
                        "'text':'','logprobs':{'content':[{'token':'a','top_logprobs':"
                                + top
                                + "}]}")
                .entries()
                .getFirst()
                .top();
    }

    @Test
    void aRoleOnlyPieceHasNothing() {
        Chunk chunk = choice("vllm", "'delta':{'role':'assistant','content':''},'logprobs':null");

        assertThat(chunk.text()).isEmpty();
        assertThat(chunk.entries()).isEmpty();
        assertThat(chunk.finish()).isEmpty();
    }

    @Test
    void aPieceOfCountsHasNoChoices() {
        Chunk chunk =
                read("vllm", "{'choices':[],'usage':{'prompt_tokens':3,'completion_tokens':2}}");

        assertThat(chunk.text()).isEmpty();
        assertThat(chunk.counts().prompt()).hasValue(3);
        assertThat(chunk.counts().cached()).isEmpty();
        assertThat(chunk.done()).isFalse();
    }

    @Test
    void logProbabilitiesMayComeWithoutText() {
        Chunk chunk =
                choice(
                        "vllm",
                        "'text':'','logprobs':{'tokens':['token_id:5'],'token_logprobs':[-1]}");

        assertThat(chunk.text()).isEmpty();
        assertThat(chunk.entries()).hasSize(1);
        assertThat(chunk.ids()).containsExactly(5);
    }

    @Test
    void severalTokensMayComeInOnePiece() {
        Chunk chunk =
                choice(
                        "vllm",
                        "'text':'abc','logprobs':{'tokens':['a','b'],'token_logprobs':[-1,-2,-3],"
                                + "'top_logprobs':null}");

        assertThat(chunk.entries())
                .extracting(e -> e.sampled().logProb())
                .containsExactly(-1.0, -2.0, -3.0);
        assertThat(chunk.entries()).allSatisfy(entry -> assertThat(entry.top()).isEmpty());
        assertThat(chunk.ids()).isEmpty();
    }

    @Test
    void theFirstPieceMayBeTheLast() {
        Chunk chunk =
                choice(
                        "vllm",
                        "'text':'</think>','finish_reason':'stop','stop_reason':'</think>',"
                                + "'logprobs':{'tokens':['token_id:9'],'top_logprobs':[{'token_id:9':-0.1}]}");

        assertThat(chunk.text()).isEqualTo("</think>");
        assertThat(chunk.entries().getFirst().top()).hasSize(1);
        assertThat(chunk.finish()).hasValue(new Finish.StopText("</think>"));
    }

    @Test
    void theEndOfSequenceMayBeTheFirstToken() {
        Chunk vllm =
                choice(
                        "vllm",
                        "'text':'','finish_reason':'stop','stop_reason':null,'token_ids':[2]");
        Chunk other = choice("vllm", "'text':'','finish_reason':'stop','stop_reason':151643");
        Chunk sglang = choice("sglang", "'text':'','finish_reason':'stop','matched_stop':151645");
        Chunk llama =
                read(
                        "llama-server",
                        "{'content':'','stop':true,'stop_type':'eos','stopping_word':''}");

        for (Chunk chunk : List.of(vllm, other, sglang, llama)) {
            assertThat(chunk.finish()).hasValue(Finish.Plain.END_OF_SEQUENCE);
            assertThat(chunk.text()).isEmpty();
        }
    }

    @Test
    void aStopTextThatTheServerCutsOffIsPutBack() {
        Chunk blank =
                read(
                        "llama-server",
                        "{'content':'','stop':true,'stop_type':'word','stopping_word':'\\n\\n'}");
        Chunk whole =
                Samples.reader("llama-server")
                        .readWhole(
                                "{\"content\":\"a\",\"stop\":true,\"stop_type\":\"word\",\"stopping_word\":\"</think>\"}");

        assertThat(blank.text()).isEqualTo("\n\n");
        assertThat(whole.text()).isEqualTo("a</think>");
    }

    @ParameterizedTest
    @CsvSource({
        "length, LENGTH",
        "abort, ABORTED",
        "error, ABORTED",
        "content_filter, UNKNOWN_STOP",
        "tool_calls, UNKNOWN_STOP",
        "stop, UNKNOWN_STOP",
    })
    void otherReasonsToStop(String reason, Finish.Plain finish) {
        assertThat(
                        choice(
                                        "sglang",
                                        "'text':'','finish_reason':'"
                                                + reason
                                                + "','matched_stop':'NaN happened'")
                                .finish())
                .hasValue(finish);
    }

    @Test
    void theEndOfTheContextIsNoOrdinaryLimit() {
        assertThat(
                        read("llama-server", "{'stop':true,'stop_type':'limit','truncated':true}")
                                .finish())
                .hasValue(Finish.Plain.CONTEXT);
        assertThat(
                        read("llama-server", "{'stop':true,'stop_type':'limit','truncated':false}")
                                .finish())
                .hasValue(Finish.Plain.LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reasoning", "reasoning_content", "content"})
    void textMayStandInAnyField(String field) {
        assertThat(choice("vllm", "'delta':{'" + field + "':'Wait'}").text()).isEqualTo("Wait");
    }

    @Test
    void thoughtsComeBeforeTheAnswerAndOnlyOnce() {
        assertThat(
                        choice(
                                        "vllm",
                                        "'message':{'content':'b','reasoning_content':'a','reasoning':'a'}")
                                .text())
                .isEqualTo("ab");
    }

    @Test
    void textIsNeverMadeOfEntries() {
        Chunk chunk =
                read(
                        "llama-server",
                        "{'content':'','stop':false,'tokens':[7],'completion_probabilities':"
                                + "[{'id':7,'token':'late text','bytes':[1],'logprob':-0.5,'top_logprobs':[]}]}");

        assertThat(chunk.text()).isEmpty();
        assertThat(chunk.entries().getFirst().id()).isEqualTo(7);
    }

    @Test
    void aTokenIsKnownByIdThenBytesThenText() {
        assertThat(
                        top(
                                "vllm",
                                "[{'id':5,'token':'a','bytes':[97],'logprob':-1},{'token':'token_id:6','bytes':[97],'logprob':-1},"
                                        + "{'token':'a','bytes':[97,255],'logprob':-1},{'token':'a','bytes':null,'logprob':-1}]"))
                .extracting(Candidate::key)
                .containsExactly(
                        new TokenKey.Id(5),
                        new TokenKey.Id(6),
                        new TokenKey.Bytes("61ff"),
                        new TokenKey.Text("a"));
    }

    @Test
    void duplicatesCollapseUnlessTheyOnlyLookAlike() {
        assertThat(
                        top(
                                "vllm",
                                "[{'id':5,'token':'a','logprob':-1},{'id':5,'token':'a','logprob':-2},"
                                        + "{'token':'b','logprob':-1},{'token':'b','logprob':-1},"
                                        + "{'token':'\ufffd','logprob':-3},{'token':'\ufffd','logprob':-4}]"))
                .extracting(Candidate::logProb)
                .containsExactly(-1.0, -1.0, -3.0, -4.0);
    }

    @Test
    void mapsAreReadOnTheNewerRouteToo() {
        assertThat(top("vllm", "{'a':-1,'token_id:7':{'logprob':-2,'rank':1},'b':null}"))
                .containsExactly(
                        new Candidate(new TokenKey.Text("a"), "a", -1),
                        new Candidate(new TokenKey.Id(7), "token_id:7", -2),
                        new Candidate(new TokenKey.Text("b"), "b", Double.NEGATIVE_INFINITY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "NaN",
                "-Infinity",
                "-9999.0",
                "-3.4028234663852886e+38",
                "'x'",
                "-1e999"
            })
    void whatStandsForNothingIsTheFloor(String value) {
        assertThat(top("vllm", "[{'token':'a','logprob':" + value + "}]"))
                .extracting(Candidate::logProb)
                .containsExactly(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[1]",
                "{'a':",
                "<html>\\n<b>502 Bad Gateway</b>",
                "{}{",
                "{'a':1}x"
            })
    void whatIsNoJsonObjectMayPass(String data) {
        assertThatThrownBy(() -> read("vllm", data))
                .isInstanceOf(RetryableException.class)
                .hasMessageStartingWith("http://server did not answer in JSON but with '");
    }

    @Test
    void onlyTheBeginningOfAStrangeAnswerIsShown() {
        String data = "<html>\n" + "x".repeat(10_000);

        assertThatThrownBy(() -> Samples.reader("vllm").read(data))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("<html> xxx")
                .hasMessageMatching("[^\n]{0,400}");
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> read("vllm", "{'a':" + "[".repeat(100_000)))
                .isInstanceOf(RetryableException.class);
    }

    @Test
    void unknownFieldsAndTypesAreIgnored() {
        Chunk chunk =
                read(
                        "vllm",
                        "{'x':{'y':[1]},'usage':'none','choices':[{'text':5,'logprobs':'no','token_ids':'a',"
                                + "'finish_reason':7,'delta':[]}]}");

        assertThat(chunk)
                .isEqualTo(
                        new Chunk("", 0, List.of(), List.of(), chunk.finish(), Counts.NONE, false));
        assertThat(chunk.finish()).isEmpty();
    }
}
