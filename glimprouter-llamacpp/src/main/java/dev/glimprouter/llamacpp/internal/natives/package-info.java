/**
 * Where libllama comes from, and what keeps a bad model file away from it.
 *
 * <p>{@link NativeLibraries} names the library files: a given directory, or our own resource
 * unpacked into the user's cache. {@link GpuPackages} says what else would fit the machine. {@link
 * ChildProbe} lets an unknown model file run once in a process of its own.
 */
package dev.glimprouter.llamacpp.internal.natives;
