package dev.glimprouter.openai.internal.profile;

/** A protocol by which text is asked for. */
public enum Api {
    /** OpenAI's older one: a prompt goes in, {@code choices[].text} comes out. */
    COMPLETIONS(Framing.EVENTS),
    /** OpenAI's newer one: messages go in, {@code choices[].delta} comes out. */
    CHAT(Framing.EVENTS),
    /** llama-server's own {@code /completion}, which alone tells what stopped it. */
    LLAMA_COMPLETION(Framing.EVENTS),
    /** Ollama's own {@code /api/generate}, which can leave its template out. */
    OLLAMA_GENERATE(Framing.LINES);

    private final Framing framing;

    Api(Framing framing) {
        this.framing = framing;
    }

    /** How its streams are framed. */
    public Framing framing() {
        return framing;
    }
}
