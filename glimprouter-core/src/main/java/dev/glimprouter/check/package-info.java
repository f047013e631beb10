/** Checks of drafted steps that need no model. */
package dev.glimprouter.check;
