package dev.glimprouter.eval.plan;

/** Where a strategy's work is known from. */
public enum Basis {
    /** It was run. */
    RECORDED,
    /** Its rule decided about the steps of another run; their path is taken as unchanged. */
    REPLAYED,
    /** As replayed, with a share of drafts or draft tokens that somebody assumed. */
    ASSUMED
}
