package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.openai.OpenAiProvider;
import dev.glimprouter.reasoning.Ending;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The contract on a real server, whose address tools/check-servers gives. */
@EnabledIfSystemProperty(
        named = "glimprouter.server",
        matches = "http.*",
        disabledReason = "needs a real server: run tools/check-servers")
class RealServerContractTest extends AnyServerContract {

    @Override
    protected Engine open() {
        URI server = URI.create(System.getProperty("glimprouter.server"));
        return new OpenAiProvider()
                .open(new ModelSource.Servers(List.of(server), ""), EngineOptions.DEFAULT);
    }

    /** One seed is enough of a real model's time. */
    @Override
    protected int seeds() {
        return 1;
    }

    @Override
    protected Set<Ending> endings() {
        return EnumSet.of(Ending.LENGTH);
    }

    /** The servers that are tried cut the text after a stop themselves. */
    @Override
    protected boolean seesDroppedText() {
        return false;
    }

    /** The same prompt in another state of the cache gives slightly other logits. */
    @Override
    protected boolean isReproducible() {
        return false;
    }

    @Override
    protected Generation lengthy() {
        return new Generation(sampling(), 400, Until.END_OF_SEQUENCE, Distributions.NONE, 1);
    }
}
