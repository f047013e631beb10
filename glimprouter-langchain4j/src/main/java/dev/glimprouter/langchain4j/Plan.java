package dev.glimprouter.langchain4j;

import dev.glimprouter.Delivery;

/**
 * What is to be done for a request.
 *
 * @param delivery the question on its way to an answer
 * @param modelName the model as the request names it
 */
record Plan(Delivery delivery, String modelName) {}
