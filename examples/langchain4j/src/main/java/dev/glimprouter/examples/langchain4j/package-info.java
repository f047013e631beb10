/** LangChain4j over the library and over the gateway. */
@org.jspecify.annotations.NullMarked
package dev.glimprouter.examples.langchain4j;
