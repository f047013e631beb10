/** The router as a chat model of LangChain4j: reasoning as thinking, the answer as text. */
package dev.glimprouter.langchain4j;
