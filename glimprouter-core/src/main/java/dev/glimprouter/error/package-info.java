/**
 * What can go wrong, split by what the caller can do: retry, change the request, repair the set-up.
 */
package dev.glimprouter.error;
