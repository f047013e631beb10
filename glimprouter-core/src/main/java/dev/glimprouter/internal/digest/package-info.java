/** Checksums, shared by our own modules. */
package dev.glimprouter.internal.digest;
