/** Names that people mistype; for our own modules. */
package dev.glimprouter.internal.names;
