/** Spring AI over the gateway. */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.examples.spring;
