package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.profile.Framing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a server of a reward model is asked and answers: vLLM's {@code /pooling}, one row of numbers
 * for each token.
 *
 * <p>A row of one number is a value whose logistic function is the reward (RSD's model); of a row
 * of more the last one is the probability of a good step (Qwen2.5-Math-PRM). The last row counts.
 */
public final class RewardWire {

    /** The route of the servers. */
    public static final String PATH = "/pooling";

    private RewardWire() {}

    /**
     * Asks for the rows of a text.
     *
     * @param model the name that the server knows the model by; blank for its only one
     */
    public static Request request(String model, String text) {
        ObjectNode body = Json.object();
        if (!model.isBlank()) {
            body.put("model", model);
        }
        return new Request(PATH, Framing.LINES, body.put("input", text));
    }

    /**
     * The reward, 0 to 1.
     *
     * @param server what messages call the server
     * @throws SetupException if the answer holds none
     */
    public static double reward(String reply, String server) {
        JsonNode rows = Json.read(reply, server).path("data").path(0).path("data");
        JsonNode last = lastOf(rows);
        boolean values = !last.isArray() || last.size() == 1;
        JsonNode number = last.isArray() ? lastOf(last) : last;
        double told = number.isNumber() ? number.doubleValue() : Double.NaN;
        double reward = values ? 1 / (1 + Math.exp(-told)) : told;
        if (!(reward >= 0 && reward <= 1)) {
            throw new SetupException(
                    "%s does not answer like a reward model: serve one that gives a value, or probabilities, for each token."
                            .formatted(server));
        }
        return reward;
    }

    private static JsonNode lastOf(JsonNode array) {
        return array.path(Math.max(0, array.size() - 1));
    }
}
