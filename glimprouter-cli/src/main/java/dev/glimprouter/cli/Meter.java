package dev.glimprouter.cli;

/** Shows how far one piece of work has come. */
interface Meter extends AutoCloseable {

    /** So much is done, in the unit of the total. */
    void at(long done);

    /** Takes the display away; nothing is said about whether the work succeeded. */
    @Override
    void close();
}
