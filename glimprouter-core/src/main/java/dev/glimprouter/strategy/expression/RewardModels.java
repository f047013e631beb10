package dev.glimprouter.strategy.expression;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.ProcessReward;
import dev.glimprouter.strategy.RewardGuided.Source;
import dev.glimprouter.strategy.RewardProvider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ServiceLoader;

/** Reward models by the address that an expression gives. */
final class RewardModels {

    private RewardModels() {}

    /** The model at an address; it is asked for nothing yet. */
    static Source.Served served(String address) {
        URI uri = uri(address);
        ProcessReward model =
                ServiceLoader.load(RewardProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .flatMap(provider -> provider.open(uri).stream())
                        .findFirst()
                        .orElseThrow(() -> unknown(address));
        return new Source.Served(address, model);
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw unknown(address);
        }
    }

    private static RequestException unknown(String address) {
        return new RequestException(
                "reward must be self or the address of a reward model, such as http://host:8000/#model, not '%s'."
                        .formatted(address));
    }
}
