package dev.glimprouter.openai.internal.session;

/** The contract on a scripted Ollama, with our template. */
class OllamaContractTest extends ServerContract {

    @Override
    Kind kind() {
        return Kind.OLLAMA;
    }
}
