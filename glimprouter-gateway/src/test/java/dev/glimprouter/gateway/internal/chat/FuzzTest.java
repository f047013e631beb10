package dev.glimprouter.gateway.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.gateway.Allowance;
import dev.glimprouter.gateway.Bounds;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.gateway.Profile;
import dev.glimprouter.gateway.internal.responses.ResponseReader;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyText;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whatever is sent is a request, or is refused with a status of the client's. */
class FuzzTest {

    private static final int ROUNDS = 25_000;

    private static final Planner PLANNER =
            new Planner(
                    new Offer(
                            "glimprouter",
                            Map.of(
                                    Writer.SMALL, ScriptedEngine.of(),
                                    Writer.LARGE, ScriptedEngine.of()),
                            Map.of(),
                            StrategyText.NONE,
                            RouterConfig.DEFAULT,
                            "Be brief.",
                            Map.of("p", Profile.NONE),
                            () -> 7,
                            new ManualTime()));

    private static final List<String> SEEDS =
            List.of(
                    "{\"model\":\"glimprouter@1.0\",\"messages\":[{\"role\":\"system\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"b\"}],\"stream\":true,\"stream_options\":{\"include_usage\":true},\"max_tokens\":9,\"stop\":[\"x\"],\"temperature\":0.5,\"top_p\":1,\"seed\":-3,\"n\":2}",
                    "{\"model\":\"glimprouter\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"\\u00e9\\ud83d\\ude00\"}]},{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[],\"reasoning_content\":\"x\"},{\"role\":\"user\",\"content\":\"b\"}],\"glimprouter\":{\"strategy\":\"glimpse or opening(2)\",\"tau\":\"inf\",\"budget\":5,\"profile\":\"p\"},\"tools\":[],\"logit_bias\":{},\"metadata\":{\"a\":[1,{}]}}");

    private static final List<String> SPLINTERS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "null",
                    "true",
                    "-1",
                    "1e999",
                    "\\u0000",
                    "\"messages\":",
                    "\"model\":",
                    "[[[[[[[[[[[[[[[[[[[[",
                    "99999999999999999999",
                    "\"glimprouter\":{}",
                    "\ud800",
                    "\"role\":\"tool\"",
                    "\"error\":null");

    private static final List<String> RESPONSES =
            List.of(
                    "{\"model\":\"glimprouter@1.0\",\"input\":\"2 and 2?\",\"instructions\":\"a\",\"stream\":true,\"max_output_tokens\":9,\"reasoning\":{\"effort\":null,\"summary\":\"auto\"},\"text\":{\"format\":{\"type\":\"text\"}}}",
                    "{\"model\":\"glimprouter\",\"input\":[{\"role\":\"user\",\"content\":\"a\"},{\"type\":\"reasoning\",\"summary\":[]},{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"b\",\"annotations\":[]}]},{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"c\"}]}],\"tools\":[],\"include\":[],\"metadata\":{\"a\":[1,{}]}}");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingElseComesOfAChat(long seed) {
        check(new ChatReader(Bounds.DEFAULT), SEEDS, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void norOfAResponse(long seed) {
        check(new ResponseReader(Bounds.DEFAULT), RESPONSES, seed);
    }

    private static void check(RequestReader reader, List<String> seeds, long seed) {
        Random random = new Random(seed);
        int taken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = broken(random, seeds.get(random.nextInt(seeds.size())));
            try {
                PLANNER.plan(reader.read(body).request(), Allowance.ALL);
                taken++;
            } catch (Refusal refusal) {
                assertThat(refusal.error().status())
                        .as("seed %d, round %d", seed, round)
                        .isBetween(400, 499);
            }
        }
        assertThat(taken).as("seed %d", seed).isBetween(1, ROUNDS - 1);
    }

    private static byte[] broken(Random random, String seed) {
        StringBuilder text = new StringBuilder(seed);
        for (int change = random.nextInt(4); change > 0; change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(20)));
                case 1 -> text.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x180));
                default -> text.insert(at, text.substring(at / 2, at));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
