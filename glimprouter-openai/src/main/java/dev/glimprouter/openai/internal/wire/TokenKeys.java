package dev.glimprouter.openai.internal.wire;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Finds out which token is meant. */
final class TokenKeys {

    /** What vLLM writes instead of texts where asked to. */
    private static final String ID_PREFIX = "token_id:";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private TokenKeys() {}

    /** By the id if there is one, else by the bytes, else by the text. */
    static TokenKey of(JsonNode item) {
        JsonNode id = item.path("id");
        if (id.isIntegralNumber() && id.canConvertToInt() && id.intValue() >= 0) {
            return new TokenKey.Id(id.intValue());
        }
        TokenKey text = ofText(Json.text(item, "token"));
        JsonNode bytes = item.path("bytes");
        if (text instanceof TokenKey.Id || !bytes.isArray() || bytes.isEmpty()) {
            return text;
        }
        StringBuilder hex = new StringBuilder(2 * bytes.size());
        for (JsonNode each : bytes) {
            int octet = each.asInt(0) & 0xFF;
            hex.append(Character.forDigit(octet >> 4, 16))
                    .append(Character.forDigit(octet & 15, 16));
        }
        return new TokenKey.Bytes(hex.toString());
    }

    /** The token's text; empty where only its id is told. */
    static String textOf(JsonNode item) {
        String shown = Json.text(item, "token");
        JsonNode bytes = item.path("bytes");
        if (bytes.isArray() && !bytes.isEmpty()) {
            byte[] octets = new byte[bytes.size()];
            for (int i = 0; i < octets.length; i++) {
                octets[i] = (byte) bytes.path(i).asInt(0);
            }
            return new String(octets, StandardCharsets.UTF_8);
        }
        return ofText(shown) instanceof TokenKey.Id ? "" : shown;
    }

    /** By the text, which may be an id in disguise. */
    static TokenKey ofText(String text) {
        if (text.startsWith(ID_PREFIX)) {
            String digits = text.substring(ID_PREFIX.length());
            if (NUMBER.matcher(digits).matches()) {
                return new TokenKey.Id(Integer.parseInt(digits));
            }
        }
        return new TokenKey.Text(text);
    }
}
