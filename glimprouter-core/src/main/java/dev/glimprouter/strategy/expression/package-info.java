/** Strategies as one writes them: {@code glimpse(tau=1.0) or opening(2) or loop}. */
package dev.glimprouter.strategy.expression;
