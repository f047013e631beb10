/**
 * Where libllama comes from, and what keeps a bad model file away from it.
 *
 * <p>{@link NativeLibraries} names the library files: a given directory, or our own resource
 * unpacked into the user's cache. {@link GpuPackages} says what else would fit the machine.
 */
package dev.glimprouter.llamacpp.internal.natives;
