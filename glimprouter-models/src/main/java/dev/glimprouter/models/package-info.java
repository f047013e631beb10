/** Model references, the catalogue, the local store, and how a model gets there. */
package dev.glimprouter.models;
