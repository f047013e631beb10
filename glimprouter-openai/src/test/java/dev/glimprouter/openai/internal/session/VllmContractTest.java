package dev.glimprouter.openai.internal.session;

import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Dialects;

/** The contract on a scripted Vllm. */
class VllmContractTest extends ServerContract {

    @Override
    protected Dialect dialect(Script script) {
        return Dialects.vllm(script);
    }
}
