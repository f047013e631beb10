/**
 * What kinds of servers there are, as data, and how each is recognised.
 *
 * <p>A {@link dev.glimprouter.openai.internal.profile.Profile} holds every difference between
 * servers that a file can express; the code knows the four APIs and nothing of who serves them. The
 * facts are those of vLLM 0.33.0, SGLang 0.5.23, llama.cpp b11434 and Ollama 0.33.
 */
package dev.glimprouter.openai.internal.profile;
