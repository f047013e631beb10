/**
 * Parts for tests: scripted engines, the contract that every engine must pass, a manual clock, tiny
 * random models, an HTTP server with scripted faults.
 *
 * <p>JUnit and AssertJ are needed only by those who extend the contract.
 */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.testkit {
    requires static org.jspecify;
    requires transitive dev.glimprouter.core;
    requires static transitive org.junit.jupiter.api;
    requires static org.assertj.core;
    requires jdk.management;
    requires tools.jackson.databind;

    exports dev.glimprouter.testkit;
    exports dev.glimprouter.testkit.logits;
    exports dev.glimprouter.testkit.gguf;
    exports dev.glimprouter.testkit.memory;
    exports dev.glimprouter.testkit.upstream;
    exports dev.glimprouter.testkit.upstream.dialect;
}
