/** The front door: two engines in, an answer with its reasoning out. */
package dev.glimprouter;
