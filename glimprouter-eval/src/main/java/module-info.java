/** Evaluation: datasets, graders, runs and their statistics. */
@SuppressWarnings("module") // those whom a package is exported to are built after this one
@org.jspecify.annotations.NullMarked
module dev.glimprouter.eval {
    requires static org.jspecify;
    requires transitive dev.glimprouter.core;
    requires transitive dev.glimprouter.models;
    requires transitive dev.glimprouter.trace;
    requires org.apache.commons.statistics.distribution;
    requires tools.jackson.databind;

    exports dev.glimprouter.eval.calibrate;
    exports dev.glimprouter.eval.compare;
    exports dev.glimprouter.eval.curve;
    exports dev.glimprouter.eval.data;
    exports dev.glimprouter.eval.grade;
    exports dev.glimprouter.eval.grade.code;
    exports dev.glimprouter.eval.internal.text to
            dev.glimprouter.report;
    exports dev.glimprouter.eval.plan;
    exports dev.glimprouter.eval.run;
    exports dev.glimprouter.eval.runner;
    exports dev.glimprouter.eval.statistics;
    exports dev.glimprouter.eval.study;
}
