/** The embedded engine: llama.cpp in this process. */
package dev.glimprouter.llamacpp;
