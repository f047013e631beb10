/** The glimpse: a first token's distribution and its entropy. */
package dev.glimprouter.glimpse;
