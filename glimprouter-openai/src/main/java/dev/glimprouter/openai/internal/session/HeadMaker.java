package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.profile.Profile;
import dev.glimprouter.openai.internal.wire.PromptText;
import dev.glimprouter.openai.internal.wire.TokenizerWire;
import dev.glimprouter.template.ChatTemplate;
import dev.glimprouter.template.Piece;
import dev.glimprouter.template.TemplateException;
import dev.glimprouter.template.ThinkOpening;

import java.net.URI;
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
    private final Optional<ChatTemplate> template;

    HeadMaker(
            Wire wire,
            Profile profile,
            TokenizerWire tokenizer,
            Tokens tokens,
            Optional<ChatTemplate> template) {
        this.wire = wire;
        this.profile = profile;
        this.tokenizer = tokenizer;
        this.tokens = tokens;
        this.template = template;
    }

    /** The head, asked of the server at {@code base} where it has to be. */
    Head of(Prompt prompt, URI base) {
        if (template.isPresent()) {
            return text(prompt, render(template.get(), prompt));
        }
        return switch (profile.head()) {
            case TOKENIZE_MESSAGES -> tokenized(prompt, base);
            case APPLY_TEMPLATE -> text(prompt, applied(prompt, base));
            case CHAT -> new Head(prompt, Optional.empty());
            case OUR_TEMPLATE ->
                    throw new SetupException(
                            "A server of the kind %s does not render conversations: give the model's template with --chat-template FILE."
                                    .formatted(profile.name()));
        };
    }

    private static Head text(Prompt prompt, List<Piece> pieces) {
        String text = pieces.stream().map(Piece::text).collect(Collectors.joining());
        return new Head(prompt, Optional.of(new PromptText.Text(text)));
    }

    private static List<Piece> render(ChatTemplate template, Prompt prompt) {
        try {
            return ThinkOpening.open(template.render(prompt.messages(), true));
        } catch (TemplateException problem) {
            throw new SetupException(
                    Optional.ofNullable(problem.getMessage()).orElse("The template failed."),
                    problem);
        }
    }

    private List<Piece> applied(Prompt prompt, URI base) {
        String reply = wire.send(base, tokenizer.head(prompt.messages()).orElseThrow()).text();
        return ThinkOpening.open(List.of(new Piece.TemplateText(tokenizer.prompt(reply))));
    }

    /** Ids of the conversation, and what is left to open after them. */
    private Head tokenized(Prompt prompt, URI base) {
        String reply = wire.send(base, tokenizer.head(prompt.messages()).orElseThrow()).text();
        int[] ids = tokenizer.ids(reply);
        int from = Math.max(0, ids.length - TAIL_TOKENS);
        int[] tail = Arrays.copyOfRange(ids, from, ids.length);
        String before = tokens.textOf(tail, base);
        String after =
                ThinkOpening.open(
                                before.isEmpty()
                                        ? List.of()
                                        : List.of(new Piece.TemplateText(before)))
                        .stream()
                        .map(Piece::text)
                        .collect(Collectors.joining());
        if (after.startsWith(before)) {
            return ids(prompt, ids, after.substring(before.length()), base);
        }
        return ids(prompt, Arrays.copyOf(ids, from), after, base);
    }

    private Head ids(Prompt prompt, int[] ids, String opening, URI base) {
        int[] more = tokens.of(opening, base);
        int[] all = Arrays.copyOf(ids, ids.length + more.length);
        System.arraycopy(more, 0, all, ids.length, more.length);
        return new Head(prompt, Optional.of(new PromptText.Ids(all)));
    }
}
