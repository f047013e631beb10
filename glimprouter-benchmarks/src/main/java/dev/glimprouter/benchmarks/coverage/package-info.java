/** How often 95 % intervals hold the truth: samples are drawn from populations that are known. */
package dev.glimprouter.benchmarks.coverage;
