package dev.glimprouter.openai.internal.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.openai.internal.examine.Load.Reading;

import org.junit.jupiter.api.Test;

/** Reads what servers say of what they are doing. */
class LoadTest {

    @Test
    void theSlotThatIsOurs() {
        String slots =
                "[{\"id\":0,\"is_processing\":false},"
                        + "{\"id\":1,\"is_processing\":true,\"next_token\":{\"n_decoded\":7}}]";

        assertThat(SlotLoad.read(slots, 0)).contains(new Reading(false, 0));
        assertThat(SlotLoad.read(slots, 1)).contains(new Reading(true, 7));
        assertThat(SlotLoad.read(slots, 2)).isEmpty();
    }

    @Test
    void newerVersionsListTheNextToken() {
        assertThat(SlotLoad.read(ExaminationBase.slots(true, 5), 3)).contains(new Reading(true, 5));
    }

    @Test
    void otherAnswersTellNothing() {
        assertThat(SlotLoad.read("<html>", 0)).isEmpty();
        assertThat(SlotLoad.read("{\"error\":{\"code\":501}}", 0)).isEmpty();
        assertThat(SlotLoad.read("[1, null]", 0)).isEmpty();
        assertThat(MetricLoad.read("<html>")).isEmpty();
        assertThat(MetricLoad.read("vllm:num_requests_running 1.0\n")).isEmpty();
        assertThat(MetricLoad.read("vllm:num_requests_running one\nvllm:generation_tokens_total 2"))
                .isEmpty();
    }

    @Test
    void countersAreSummedOverEngines() {
        String metrics =
                """
                vllm:num_requests_running{engine="0"} 0.0
                vllm:num_requests_running{engine="1"} 2.0
                vllm:generation_tokens_total{engine="0"} 1.0
                vllm:generation_tokens_total{engine="1"} 1.234567e+06
                """;

        assertThat(MetricLoad.read(metrics)).contains(new Reading(true, 1_234_568));
    }

    @Test
    void requestsThatWaitAreWorkToo() {
        assertThat(
                        MetricLoad.read(
                                "vllm:num_requests_running 0.0\nvllm:num_requests_waiting 1.0\nvllm:generation_tokens_total 3.0"))
                .contains(new Reading(true, 3));
    }
}
