/**
 * What clients say and what they are told, without the connection: requests, plans, runs, replies.
 */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.gateway.internal.chat;
