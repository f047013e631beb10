package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.upstream.Play;

import tools.jackson.databind.node.ObjectNode;

/** The lists of models that servers give. */
final class Models {

    private Models() {}

    /** The list of OpenAI's interface, with the longest text where the owner tells it. */
    static Play list(Host host, String owner) {
        ObjectNode model = model(host, owner);
        if (owner.equals("vllm") || owner.equals("sglang")) {
            model.put("root", host.manner().model());
            model.put("max_model_len", host.manner().context());
        }
        return list(model);
    }

    /** llama-server's list. */
    static Play llama(Host host) {
        ObjectNode model = model(host, "llamacpp");
        model.putObject("meta")
                .put("vocab_type", 2)
                .put("n_vocab", Vocabulary.SIZE)
                .put("n_ctx_train", host.manner().context())
                .put("n_embd", 8)
                .put("n_params", 1000)
                .put("size", 4000);
        return list(model);
    }

    private static ObjectNode model(Host host, String owner) {
        ObjectNode model = Json.object().put("id", host.manner().model());
        return model.put("object", "model").put("created", 1_790_000_000).put("owned_by", owner);
    }

    private static Play list(ObjectNode model) {
        ObjectNode list = Json.object().put("object", "list");
        list.putArray("data").add(model);
        return Json.answer(list);
    }
}
