/** The chain of thought: steps, who wrote them, how they ended. */
package dev.glimprouter.reasoning;
