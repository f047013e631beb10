package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.openai.internal.profile.Profiles;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random step as vLLM could send it, cut into pieces in any way: text held back, texts and
 * entries out of step, pieces of nothing between them.
 */
final class RandomStream {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String[] WORDS = {
        "So", " it", ".\n\n", "\n", "é", "\uD83D\uDE00", "</", "think>", "\"", "\\"
    };

    private final List<String> texts = new ArrayList<>();
    private final List<double[]> tops = new ArrayList<>();

    private RandomStream() {}

    static RandomStream of(Random random) {
        RandomStream stream = new RandomStream();
        int tokens = 1 + random.nextInt(12);
        for (int i = 0; i < tokens; i++) {
            stream.texts.add(WORDS[random.nextInt(WORDS.length)]);
            double[] top = new double[1 + random.nextInt(20)];
            for (int k = 0; k < top.length; k++) {
                top[k] = random.nextInt(10) == 0 ? -9999 : -3 - 5 * random.nextDouble();
            }
            top[0] = -0.5;
            stream.tops.add(top);
        }
        return stream;
    }

    int tokens() {
        return texts.size();
    }

    /** Pieces of at most so many tokens. */
    List<Chunk> chunks(Random random, int most) {
        ChunkReader reader = new ChunkReader(Profiles.named("vllm"), "http://server");
        boolean chat = random.nextBoolean();
        List<Chunk> chunks = new ArrayList<>();
        String held = "";
        int at = 0;
        while (at < tokens()) {
            int to = Math.min(tokens(), at + 1 + random.nextInt(most));
            String text = held + String.join("", texts.subList(at, to));
            boolean last = to == tokens();
            int cut =
                    last
                            ? text.length()
                            : text.offsetByCodePoints(
                                    text.length(), text.isEmpty() ? 0 : -random.nextInt(2));
            held = text.substring(cut);
            chunks.add(
                    reader.read(
                            chat
                                    ? chat(text.substring(0, cut), at, to, last)
                                    : legacy(text.substring(0, cut), at, to, last)));
            if (random.nextInt(4) == 0) {
                chunks.add(reader.read("{\"choices\":[],\"usage\":null}"));
            }
            at = to;
        }
        return chunks;
    }

    private String legacy(String text, int from, int to, boolean last) {
        ObjectNode root = MAPPER.createObjectNode();
        ObjectNode choice = root.putArray("choices").addObject().put("text", text);
        ObjectNode logProbs = choice.putObject("logprobs");
        ArrayNode tokens = logProbs.putArray("tokens");
        ArrayNode values = logProbs.putArray("token_logprobs");
        ArrayNode maps = logProbs.putArray("top_logprobs");
        for (int i = from; i < to; i++) {
            tokens.add("token_id:" + i);
            values.add(tops.get(i)[0]);
            ObjectNode map = maps.addObject();
            for (int k = 0; k < tops.get(i).length; k++) {
                map.put("token_id:" + (i + k), tops.get(i)[k]);
            }
        }
        return end(choice, last, root);
    }

    private String chat(String text, int from, int to, boolean last) {
        ObjectNode root = MAPPER.createObjectNode();
        ObjectNode choice = root.putArray("choices").addObject();
        choice.putObject("delta").put(from % 2 == 0 ? "content" : "reasoning", text);
        ArrayNode content = choice.putObject("logprobs").putArray("content");
        for (int i = from; i < to; i++) {
            ObjectNode entry =
                    content.addObject()
                            .put("token", "token_id:" + i)
                            .put("logprob", tops.get(i)[0]);
            ArrayNode list = entry.putArray("top_logprobs");
            for (int k = 0; k < tops.get(i).length; k++) {
                list.addObject().put("id", i + k).put("logprob", tops.get(i)[k]);
            }
        }
        return end(choice, last, root);
    }

    private static String end(ObjectNode choice, boolean last, ObjectNode root) {
        if (last) {
            choice.put("finish_reason", "stop").put("stop_reason", "\n\n");
        }
        return MAPPER.writeValueAsString(root);
    }
}
