/**
 * Reads a model file before native code sees it.
 *
 * <p>libllama ends the process on many a damaged file instead of returning an error. {@link
 * GgufFile} therefore checks everything that decides about memory and indices: counts, texts,
 * types, offsets, sizes, and the metadata that libllama asserts on. It never reads the weights,
 * keeps only a few megabytes, and takes time in proportion to the metadata's size.
 */
package dev.glimprouter.llamacpp.internal.gguf;
