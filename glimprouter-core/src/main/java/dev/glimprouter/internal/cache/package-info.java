/** Where this user's files are kept; for our own modules. */
package dev.glimprouter.internal.cache;
