package dev.glimprouter.strategy;

import java.net.URI;
import java.util.Optional;

/** Finds reward models by their addresses; found as a service. */
public interface RewardProvider {

    /**
     * The model at an address.
     *
     * @param address where it is served, its name in the fragment if it needs one
     * @return empty if this provider does not know such addresses
     */
    Optional<ProcessReward> open(URI address);
}
