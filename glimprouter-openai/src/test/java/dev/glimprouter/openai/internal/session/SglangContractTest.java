package dev.glimprouter.openai.internal.session;

/** The contract on a scripted SGLang. */
class SglangContractTest extends ServerContract {

    @Override
    Kind kind() {
        return Kind.SGLANG;
    }
}
