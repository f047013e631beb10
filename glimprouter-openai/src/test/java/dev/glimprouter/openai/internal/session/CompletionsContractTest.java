package dev.glimprouter.openai.internal.session;

/** The contract on a scripted hosted service that completes texts, with our template. */
class CompletionsContractTest extends ServerContract {

    @Override
    Kind kind() {
        return Kind.COMPLETIONS;
    }
}
