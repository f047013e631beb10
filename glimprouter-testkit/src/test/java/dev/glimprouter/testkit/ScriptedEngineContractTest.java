package dev.glimprouter.testkit;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;

/** The scripted engine is a real engine. */
class ScriptedEngineContractTest extends EngineContract {

    private static final int ENDLESS = 9999;

    @Override
    protected Engine open() {
        Script babble = new Babble();
        Reply endless = Reply.tokens("on", " and", " on").thenSilence();
        return ScriptedEngine.of(
                        scene ->
                                scene.request().maxTokens() == ENDLESS
                                        ? endless
                                        : babble.reply(scene))
                .withContext(4000);
    }

    @Override
    protected Generation lengthy() {
        return new Generation(sampling(), ENDLESS, Until.END_OF_SEQUENCE, Distributions.NONE, 1);
    }
}
