package dev.glimprouter.llamacpp.internal.ffm;

import dev.glimprouter.error.SetupException;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds functions in the native libraries and binds them. */
final class Functions {

    private static final Linker LINKER = Linker.nativeLinker();

    private final SymbolLookup lookup;

    /** Loads the libraries in the order in which they depend on each other. */
    Functions(Path... libraries) {
        try {
            lookup =
                    Arrays.stream(libraries)
                            .map(file -> SymbolLookup.libraryLookup(file, Arena.global()))
                            .reduce(SymbolLookup::or)
                            .orElseThrow();
        } catch (IllegalArgumentException failure) {
            throw new SetupException(
                    "The native libraries in %s cannot be loaded on this machine: %s"
                            .formatted(libraries[0].getParent(), failure.getMessage()),
                    failure);
        }
    }

    MethodHandle bind(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(find(name), type);
    }

    MethodHandle bind(MemorySegment address, FunctionDescriptor type) {
        return LINKER.downcallHandle(address, type);
    }

    private MemorySegment find(String name) {
        return lookup.find(name).orElseThrow(() -> missing(name));
    }

    static SetupException missing(String name) {
        return new SetupException(
                "The native library has no function %s: it is another version than the one this engine is made for. Use version 0.4.0 or 0.5.0."
                        .formatted(name));
    }
}
