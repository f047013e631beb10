/** libllama and ggml through the Foreign Function and Memory API: addresses in, plain Java out. */
package dev.glimprouter.llamacpp.internal.ffm;
