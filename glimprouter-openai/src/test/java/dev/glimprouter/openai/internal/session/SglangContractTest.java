package dev.glimprouter.openai.internal.session;

import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Dialects;

/** The contract on a scripted Sglang. */
class SglangContractTest extends ServerContract {

    @Override
    protected Dialect dialect(Script script) {
        return Dialects.sglang(script);
    }
}
