/**
 * The seam between the method and what runs a model: an engine opens sessions, a session appends
 * text and generates token streams.
 */
package dev.glimprouter.engine;
