package dev.glimprouter.openai.internal.session;

/** The contract on a scripted vLLM. */
class VllmContractTest extends ServerContract {

    @Override
    Kind kind() {
        return Kind.VLLM;
    }
}
