/**
 * Scripted engines, the engine contract, a manual clock and a listener that checks what it hears.
 *
 * <p>Core cannot depend on this module, as this module depends on core. So tests of core's types
 * live beside them in glimprouter-core, and tests of core's loop, which need an engine, live in
 * this module's tests.
 */
package dev.glimprouter.testkit;
