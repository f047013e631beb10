/**
 * Requests and bodies over HTTP/1.1: bounded, timed, closed from any thread; failures made ours.
 */
package dev.glimprouter.openai.internal.http;
