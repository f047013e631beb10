/** The command line: knows every other module, and nobody knows it. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.cli {
    requires static org.jspecify;
    requires dev.glimprouter.core;
    requires dev.glimprouter.eval;
    requires dev.glimprouter.gateway;
    requires dev.glimprouter.llamacpp;
    requires dev.glimprouter.models;
    requires dev.glimprouter.openai;
    requires dev.glimprouter.report;
    requires dev.glimprouter.trace;
    requires info.picocli;
    requires me.tongfei.progressbar;
    requires java.logging;
    requires jdk.management;
    requires jdk.unsupported;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;

    opens dev.glimprouter.cli to
            info.picocli;
}
