package dev.glimprouter.openai.internal.reward;

import dev.glimprouter.openai.internal.http.Call;
import dev.glimprouter.openai.internal.http.Transport;
import dev.glimprouter.openai.internal.session.Address;
import dev.glimprouter.openai.internal.wire.Request;
import dev.glimprouter.openai.internal.wire.RewardWire;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.strategy.ProcessReward;
import dev.glimprouter.time.Cancellation;

import java.net.URI;

/**
 * A process reward model behind a server: it reads the question, a newline and the steps, of which
 * each ends with its blank line.
 *
 * @param transport the way to the server
 * @param base its base URL
 * @param model the name that it knows the model by; blank for its only one
 */
record ServedReward(Transport transport, URI base, String model) implements ProcessReward {

    @Override
    public double rate(Question question, Reasoning before, String step) {
        String asked = question.messages().getLast().content();
        Request request =
                RewardWire.request(
                        model, asked + "\n" + before.text() + step.stripTrailing() + "\n\n");
        Call call = Call.post(Address.of(base, request.path()), request.body().toString());
        return RewardWire.reward(transport.send(call, new Cancellation()).text(), base.toString());
    }
}
