/**
 * An HTTP/1.1 server on raw sockets whose every byte and every fault is scripted.
 *
 * <p>A {@link dev.glimprouter.testkit.upstream.Responder} turns each recorded {@link
 * dev.glimprouter.testkit.upstream.Request} into a {@link dev.glimprouter.testkit.upstream.Play};
 * the {@link dev.glimprouter.testkit.upstream.FaultServer} performs it and tells what became of it.
 */
package dev.glimprouter.testkit.upstream;
