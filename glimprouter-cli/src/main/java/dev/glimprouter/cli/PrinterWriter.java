package dev.glimprouter.cli;

import java.io.Writer;

/** A printer as those want it that write to a writer; no character is printed in halves. */
final class PrinterWriter extends Writer {

    private final Printer printer;
    private String half = "";

    PrinterWriter(Printer printer) {
        this.printer = printer;
    }

    @Override
    public void write(char[] text, int from, int length) {
        String all = half + new String(text, from, length);
        boolean cut = !all.isEmpty() && Character.isHighSurrogate(all.charAt(all.length() - 1));
        int whole = all.length() - (cut ? 1 : 0);
        half = all.substring(whole);
        printer.print(all.substring(0, whole));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        printer.print(half);
        half = "";
    }
}
