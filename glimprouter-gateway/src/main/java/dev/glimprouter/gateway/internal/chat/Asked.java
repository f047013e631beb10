package dev.glimprouter.gateway.internal.chat;

/**
 * A request and how its reply is to look.
 *
 * @param request what is asked for
 * @param form the form of the reply
 */
public record Asked(ChatRequest request, ReplyForm form) {}
