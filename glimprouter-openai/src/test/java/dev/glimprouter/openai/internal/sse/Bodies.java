package dev.glimprouter.openai.internal.sse;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Bodies as servers send them, with the events they mean. */
final class Bodies {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    private Bodies() {}

    /** One body: who sends it, how to read it, its text, the data of its events. */
    record Body(String sender, Supplier<EventDecoder> decoder, String text, List<String> data) {
        @Override
        public String toString() {
            return sender;
        }
    }

    static Stream<Body> all() {
        return Stream.of(vllm(), sglang(), llamaServer(), ollama(), odd());
    }

    private static Body vllm() {
        return sse(
                "vLLM",
                "",
                "\n\n",
                "{\"id\":\"cmpl-p7_t12\",\"object\":\"text_completion\",\"choices\":[{\"index\":0,\"text\":\"Grüße\",\"logprobs\":{\"text_offset\":[0],\"tokens\":[\"token_id:38\"],\"token_logprobs\":[-0.1],\"top_logprobs\":[{\"token_id:38\":-0.1,\"token_id:9\":-2.5}]},\"finish_reason\":null}]}",
                "{\"id\":\"cmpl-p7_t12\",\"choices\":[{\"index\":0,\"text\":\" "
                        + FAMILY
                        + ".\\n\\n\",\"finish_reason\":\"stop\",\"stop_reason\":\"\\n\\n\"}]}",
                "{\"id\":\"cmpl-p7_t12\",\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}",
                "[DONE]");
    }

    private static Body sglang() {
        return sse(
                "SGLang behind a proxy",
                "\uFEFF",
                "\r\n\r\n",
                "{\"id\":\"p7_t12\",\"choices\":[{\"index\":0,\"text\":\"因此\",\"logprobs\":null,\"matched_stop\":null}]}",
                "{\"error\":{\"object\":\"error\",\"message\":\"The request queue is full.\",\"type\":\"ServiceUnavailable\",\"code\":503}}",
                "[DONE]");
    }

    private static Body llamaServer() {
        String first = "{\"index\":0,\"content\":\"So\",\"tokens\":[4416],\"stop\":false}";
        String last = "{\"content\":\"\",\"stop\":true,\"stopping_word\":\"\\n\\n\"}";
        return new Body(
                "llama-server",
                SseDecoder::new,
                ":\n\n:\n\ndata: %s\n\n:\n\n: still here\n\ndata: %s\n\ndata: [DONE]\n\n"
                        .formatted(first, last),
                List.of(first, last, "[DONE]"));
    }

    private static Body ollama() {
        String first = "{\"model\":\"qwen3\",\"response\":\"Schön 😀\",\"done\":false}";
        String last = "{\"model\":\"qwen3\",\"response\":\"\",\"done\":true,\"eval_count\":2}";
        return new Body(
                "Ollama", JsonLines::new, first + "\n\r\n" + last + "\n", List.of(first, last));
    }

    private static Body odd() {
        return new Body(
                "everything the standard allows",
                SseDecoder::new,
                "retry: 10\rid: 7\revent: note\rdata\rdata:\rdata:  two\r\rdata:a:b\nother: x\n\n"
                        + "id\n\nevent: gone\n\ndata:\n\ndata:last\r\n\r\ndata: half",
                List.of("\n\n two", "a:b", "", "last"));
    }

    private static Body sse(String sender, String head, String gap, String... data) {
        StringBuilder text = new StringBuilder(head);
        for (String one : data) {
            text.append(data.length % 2 == 0 ? "data: " : "data:").append(one).append(gap);
        }
        return new Body(sender, SseDecoder::new, text.toString(), List.of(data));
    }
}
