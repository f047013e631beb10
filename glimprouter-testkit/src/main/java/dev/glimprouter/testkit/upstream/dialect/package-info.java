/**
 * Scripted models behind the HTTP interfaces of real inference servers, wire-exact where engines
 * depend on it, and spoilt on demand.
 *
 * <p>The same {@link dev.glimprouter.testkit.Script} drives a {@link
 * dev.glimprouter.testkit.ScriptedEngine} and a {@link
 * dev.glimprouter.testkit.upstream.dialect.Dialect}.
 */
package dev.glimprouter.testkit.upstream.dialect;
