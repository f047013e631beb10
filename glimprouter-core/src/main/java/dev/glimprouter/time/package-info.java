/** Clocks and cancellation, injected wherever time or a stop request matters. */
package dev.glimprouter.time;
