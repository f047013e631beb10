package dev.glimprouter.report.internal.html;

import dev.glimprouter.report.internal.figures.Figures;

/** A part of the page. */
interface Section {

    /** Name in the address, such as {@code summary}. */
    String id();

    /** Its heading. */
    String title();

    /** Whether there is something to say. */
    boolean appliesTo(Figures figures);

    /** Writes what stands below the heading. */
    void write(Html html, Figures figures);
}
