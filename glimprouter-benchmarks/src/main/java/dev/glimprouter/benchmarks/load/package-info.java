/**
 * A gateway in a process of its own between scripted servers and clients of which every byte is
 * looked at: many streams at once, faults for minutes, ends by signals.
 */
package dev.glimprouter.benchmarks.load;
