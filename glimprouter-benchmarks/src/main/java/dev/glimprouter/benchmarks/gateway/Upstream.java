package dev.glimprouter.benchmarks.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The models behind the gateway, in a process of their own: one that answers at once, and a pair
 * that writes steps.
 *
 * <p>It prints their ports. The line {@code answered} on its standard input is answered with the
 * requests that the first one has answered since, {@code pair} with what the pair has done ({@link
 * CannedPair#take}); {@code pace MILLISECONDS} has the pair take so long for each token. It ends
 * with its input.
 */
final class Upstream {

    private Upstream() {}

    /** Serves: steps of a question, tokens of a step. */
    public static void main(String[] arguments) throws IOException {
        CannedModel model = new CannedModel();
        CannedPair pair =
                new CannedPair(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        try (CannedServer one = CannedServer.start(model);
                CannedServer small = CannedServer.start(pair::small);
                CannedServer large = CannedServer.start(pair::large);
                BufferedReader orders =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            System.out.println(one.port() + " " + small.port() + " " + large.port());
            String order = orders.readLine();
            while (order != null) {
                System.out.println(answer(order.split(" ", 2), model, pair));
                order = orders.readLine();
            }
        }
    }

    private static String answer(String[] order, CannedModel model, CannedPair pair) {
        return switch (order[0]) {
            case "answered" -> "" + model.takeAnswered();
            case "pair" -> pair.take();
            case "pace" -> {
                pair.pace(Double.parseDouble(order[1]));
                yield "paced";
            }
            default -> throw new IllegalArgumentException("no such order: " + order[0]);
        };
    }
}
