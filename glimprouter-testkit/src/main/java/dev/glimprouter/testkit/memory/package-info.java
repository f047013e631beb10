/** Measuring memory and processor time in tests. */
package dev.glimprouter.testkit.memory;
