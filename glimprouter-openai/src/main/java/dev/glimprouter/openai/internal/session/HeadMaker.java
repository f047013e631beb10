package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.profile.Profile;
import dev.glimprouter.openai.internal.profile.PromptMode;
import dev.glimprouter.openai.internal.wire.PromptText;
import dev.glimprouter.openai.internal.wire.TokenizerWire;
import dev.glimprouter.template.HeadTemplate;
import dev.glimprouter.template.Piece;
import dev.glimprouter.template.ThinkOpening;
import dev.glimprouter.template.TurnFrame;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Renders the beginning of sessions: by the servers' own template where they offer it, by one that
 * the user gave otherwise. The result ends with the opening of the reasoning exactly once.
 */
final class HeadMaker {

    /** Tokens at a head's end that are looked at for an opening of the reasoning. */
    private static final int TAIL_TOKENS = 16;

    private final Wire wire;
    private final Profile profile;
    private final TokenizerWire tokenizer;
    private final Tokens tokens;
    private final Optional<HeadTemplate> template;

    private volatile @Nullable TurnFrame frame;

    HeadMaker(
            Wire wire,
            Profile profile,
            TokenizerWire tokenizer,
            Tokens tokens,
            Optional<HeadTemplate> template) {
        this.wire = wire;
        this.profile = profile;
        this.tokenizer = tokenizer;
        this.tokens = tokens;
        this.template = template;
    }

    /** The head, asked of the server at {@code peer} where it has to be. */
    Head of(Prompt prompt, Peer peer) {
        if (template.isPresent()) {
            return rendered(prompt, template.get().head(prompt), peer);
        }
        return switch (profile.head()) {
            case TOKENIZE_MESSAGES -> tokenized(prompt, peer);
            case APPLY_TEMPLATE -> rendered(prompt, applied(prompt, peer), peer);
            case CHAT -> new Head(prompt, Optional.empty());
            case OUR_TEMPLATE ->
                    throw new SetupException(
                            "A server of the kind %s does not render conversations: give the model's template with --chat-template FILE."
                                    .formatted(profile.name()));
        };
    }

    /** The text of a turn, by a frame that is found out once. */
    String turn(Aside aside, Peer peer) {
        TurnFrame known = frame;
        if (known == null) {
            known = frame(peer);
            frame = known;
        }
        return known.around(aside);
    }

    private TurnFrame frame(Peer peer) {
        if (template.isPresent()) {
            return template.get().turn();
        }
        return switch (profile.head()) {
            case TOKENIZE_MESSAGES -> TurnFrame.of(tokens.textOf(sampleIds(peer), peer));
            case APPLY_TEMPLATE -> TurnFrame.of(tokenizer.prompt(sample(peer)));
            case CHAT, OUR_TEMPLATE -> TurnFrame.PARAGRAPHS;
        };
    }

    private int[] sampleIds(Peer peer) {
        return tokenizer.ids(sample(peer));
    }

    private String sample(Peer peer) {
        return wire.send(peer, tokenizer.head(TurnFrame.SAMPLE).orElseThrow()).text();
    }

    /** A rendered conversation, tokenized at once where it can only be sent as ids. */
    private Head rendered(Prompt prompt, List<Piece> pieces, Peer peer) {
        String text = join(pieces);
        boolean ids = profile.routes().getFirst().mode() == PromptMode.TOKENS;
        return new Head(
                prompt,
                Optional.of(
                        ids && !profile.beginsAsText()
                                ? new PromptText.Ids(tokens.of(text, peer))
                                : new PromptText.Text(text)));
    }

    private static String join(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private List<Piece> applied(Prompt prompt, Peer peer) {
        String reply = wire.send(peer, tokenizer.head(prompt.messages()).orElseThrow()).text();
        return ThinkOpening.open(
                List.of(new Piece.TemplateText(tokenizer.prompt(reply))), prompt.opening());
    }

    /** Ids of the conversation, and what is left to open after them. */
    private Head tokenized(Prompt prompt, Peer peer) {
        String reply = wire.send(peer, tokenizer.head(prompt.messages()).orElseThrow()).text();
        int[] ids = tokenizer.ids(reply);
        int from = Math.max(0, ids.length - TAIL_TOKENS);
        int[] tail = Arrays.copyOfRange(ids, from, ids.length);
        String before = tokens.textOf(tail, peer);
        String after =
                join(
                        ThinkOpening.open(
                                before.isEmpty()
                                        ? List.of()
                                        : List.of(new Piece.TemplateText(before)),
                                prompt.opening()));
        if (after.startsWith(before)) {
            return ids(prompt, ids, after.substring(before.length()), peer);
        }
        return ids(prompt, Arrays.copyOf(ids, from), after, peer);
    }

    private Head ids(Prompt prompt, int[] ids, String opening, Peer peer) {
        int[] more = tokens.of(opening, peer);
        int[] all = Arrays.copyOf(ids, ids.length + more.length);
        System.arraycopy(more, 0, all, ids.length, more.length);
        return new Head(prompt, Optional.of(new PromptText.Ids(all)));
    }
}
