package dev.glimprouter.openai.internal.session;

/** The contract on a scripted hosted service that goes on with the assistant's message. */
class ChatContractTest extends ServerContract {

    @Override
    Kind kind() {
        return Kind.CHAT;
    }
}
