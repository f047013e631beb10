/** How bytes arrive: the hub, packages, locks, checksums, and half-finished files. */
package dev.glimprouter.models.internal;
