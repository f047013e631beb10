/** What the owners of keys have used up, and what is left to them. */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.gateway.internal.access;
