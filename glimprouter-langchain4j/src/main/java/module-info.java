/**
 * The router as a chat model of LangChain4j. Its jar is no module and cannot say what it needs, so
 * this one does; and as these classes are its interfaces, whoever reads this module reads it, too.
 */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.langchain4j {
    requires static org.jspecify;
    requires transitive dev.glimprouter.core;
    requires transitive langchain4j.core;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;

    exports dev.glimprouter.langchain4j;
}
