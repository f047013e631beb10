package dev.glimprouter.openai.internal.session;

/**
 * Ids that a server told with the text that it generated.
 *
 * @param ids one or more, which may go on beyond the end of the text or lack its last ones
 * @param stopped whether the server itself ended the text with the last of them: then that token is
 *     the only one of which a part may be missing from the text
 */
@SuppressWarnings("ArrayRecordComponent") // long, and only passed on
record OwnIds(int[] ids, boolean stopped) {

    int last() {
        return ids[ids.length - 1];
    }
}
