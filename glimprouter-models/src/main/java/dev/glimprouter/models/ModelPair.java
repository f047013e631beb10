package dev.glimprouter.models;

/**
 * Two catalogue models that work well together.
 *
 * @param name the name users type
 * @param small catalogue name of the small model
 * @param large catalogue name of the large model
 */
public record ModelPair(String name, String small, String large) {}
