package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.openai.internal.profile.Profile;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/**
 * Reads the pieces of replies, streamed or whole, of every API alike.
 *
 * <p>Unknown fields are ignored; what tells of a failure is for the transport to find. Thread safe.
 */
public final class ChunkReader {

    private static final String DONE = "[DONE]";

    private final Profile profile;
    private final String server;

    /**
     * Reads what one server sends.
     *
     * @param server what messages call it
     */
    public ChunkReader(Profile profile, String server) {
        this.profile = profile;
        this.server = server;
    }

    /**
     * Reads one piece of a stream: the data of an event, or a line.
     *
     * @throws dev.glimprouter.error.GlimpRouterException if it is no JSON object
     */
    public Chunk read(String data) {
        return data.strip().equals(DONE) ? Chunk.END : read(Json.read(data, server), false);
    }

    /**
     * Reads a reply that came in one piece.
     *
     * @throws dev.glimprouter.error.GlimpRouterException if it is no JSON object
     */
    public Chunk readWhole(String body) {
        return read(Json.read(body, server), true);
    }

    private Chunk read(ObjectNode root, boolean whole) {
        JsonNode choices = root.path("choices");
        JsonNode choice = choices.isArray() ? choices.path(0) : root;
        Optional<Finish> finish = FinishReader.read(choice, profile.stops());
        List<Entry> entries = EntryReader.read(choice);
        String thoughts = TextReader.thoughts(choice, profile.reasoningFields());
        return new Chunk(
                thoughts + TextReader.said(choice) + cutStop(finish),
                thoughts.length(),
                entries,
                IdReader.read(choice, entries),
                finish,
                CountsReader.read(root, profile),
                whole || isLast(root));
    }

    /** The stop text, where the server has cut it off. */
    private String cutStop(Optional<Finish> finish) {
        return profile.stops().keepField().isEmpty()
                        && finish.orElse(null) instanceof Finish.StopText stop
                ? stop.text()
                : "";
    }

    private static boolean isLast(ObjectNode root) {
        return root.path("stop").asBoolean(false) || root.path("done").asBoolean(false);
    }
}
