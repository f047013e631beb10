package dev.glimprouter.openai.internal.session;

/** The contract on a scripted llama-server. */
class LlamaServerContractTest extends ServerContract {

    @Override
    Kind kind() {
        return Kind.LLAMA_SERVER;
    }
}
