/** A gateway to try the examples on. */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.examples.gateway;
