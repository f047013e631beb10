package dev.glimprouter.openai;

import dev.glimprouter.openai.internal.reward.RewardServers;
import dev.glimprouter.strategy.ProcessReward;
import dev.glimprouter.strategy.RewardProvider;
import dev.glimprouter.time.Time;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Finds reward models behind servers that speak vLLM's {@code /pooling}; a key is read from the
 * environment variable {@code GLIMPROUTER_REWARD_KEY}.
 */
public final class RewardServerProvider implements RewardProvider {

    /** Made by the service loader. */
    public RewardServerProvider() {}

    @Override
    public Optional<ProcessReward> open(URI address) {
        return new RewardServers(Time.system(), InstantSource.system(), System::getenv)
                .open(address);
    }
}
