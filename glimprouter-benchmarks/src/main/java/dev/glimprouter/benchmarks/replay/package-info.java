/** Two ways to answer, over the same recorded routes and the same engines. */
package dev.glimprouter.benchmarks.replay;
