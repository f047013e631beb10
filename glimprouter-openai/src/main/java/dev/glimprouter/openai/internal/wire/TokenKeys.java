package dev.glimprouter.openai.internal.wire;

import tools.jackson.databind.JsonNode;

import java.util.regex.Pattern;

/** Finds out which token is meant. */
public final class TokenKeys {

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

    /** A name for a token whose text is not known, which no other token has. */
    static String name(TokenKey key) {
        return switch (key) {
            case TokenKey.Id(int number) -> ID_PREFIX + number;
            case TokenKey.Bytes(String hex) -> hex;
            case TokenKey.Text(String text) -> text;
        };
    }

    /** By the text, which may be an id in disguise. */
    public static TokenKey ofText(String text) {
        if (text.startsWith(ID_PREFIX)) {
            String digits = text.substring(ID_PREFIX.length());
            if (NUMBER.matcher(digits).matches()) {
                return new TokenKey.Id(Integer.parseInt(digits));
            }
        }
        return new TokenKey.Text(text);
    }
}
