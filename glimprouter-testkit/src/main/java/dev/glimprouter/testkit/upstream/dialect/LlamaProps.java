package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.upstream.Play;

import tools.jackson.databind.node.ObjectNode;

/** What llama-server tells of itself. */
final class LlamaProps {

    private LlamaProps() {}

    static Play answer(Host host) {
        Manner manner = host.manner();
        ObjectNode props = Json.object();
        props.putObject("default_generation_settings").put("id", 0).put("n_ctx", manner.context());
        props.put("total_slots", manner.slots());
        props.put("model_alias", manner.model());
        props.put("model_path", "/models/" + manner.model() + ".gguf");
        props.putObject("modalities").put("vision", false).put("audio", false);
        props.put("chat_template", host.template().jinja());
        props.put("bos_token", manner.has(Quirk.BEGIN_TOKEN) ? Vocabulary.BEGIN_TEXT : "");
        props.put("eos_token", "");
        props.put("build_info", "b11434-5f1f5d2f6");
        return Json.answer(props.put("is_sleeping", false));
    }
}
