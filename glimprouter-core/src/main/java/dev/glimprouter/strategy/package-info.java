/** Strategies write steps; policies decide who writes; neither computes what the other does. */
package dev.glimprouter.strategy;
