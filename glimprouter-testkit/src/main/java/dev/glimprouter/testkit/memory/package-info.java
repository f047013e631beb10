/** Measuring memory in tests. */
package dev.glimprouter.testkit.memory;
