/**
 * Chat templates: a conversation as the text that a model wants, for every engine that needs it.
 */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.template {
    requires static org.jspecify;
    requires transitive dev.glimprouter.core;

    exports dev.glimprouter.template;
}
