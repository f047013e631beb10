/** The memory of this machine; for our own modules. */
package dev.glimprouter.internal.memory;
