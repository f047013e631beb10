/** How events become JSON and back. Not exported. */
package dev.glimprouter.trace.internal;
