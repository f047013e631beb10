package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Nothing in a body, however deep, sends a request to a server that its owner did not name. */
class BackEndsTest {

    private static final List<String> NAMES =
            List.of(
                    "api_base",
                    "base_url",
                    "api_url",
                    "url",
                    "endpoint",
                    "host",
                    "server",
                    "servers",
                    "proxy",
                    "reward",
                    "custom_llm_provider",
                    "extra_headers");

    private static final String CHAT =
            "{'model':'glimprouter','stream':true,'messages':[{'role':'system','content':'a'},{'role':'user','content':[{'type':'text','text':'2 and 2?'}]}],'stream_options':{},'metadata':{'a':{}},'tools':[],'response_format':{'type':'text'},'glimprouter':{'tau':1.0}}";
    private static final String RESPONSES =
            "{'model':'glimprouter','input':[{'type':'message','role':'user','content':[{'type':'input_text','text':'2 and 2?'}]}],'reasoning':{'summary':'auto'},'text':{'format':{'type':'text'}},'metadata':{'a':{}},'glimprouter':{'tau':1.0}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"/v1/chat/completions | " + CHAT, "/v1/responses | " + RESPONSES})
    void noFieldNamesOne(String path, String body) throws IOException {
        String json = body.replace('\'', '"');
        int places = objects(Json.of(json)).size();
        assertThat(places).isGreaterThan(5);
        try (ServerSocketChannel trap = ServerSocketChannel.open();
                House house = House.usual().open()) {
            trap.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            trap.configureBlocking(false);
            String address = "http://127.0.0.1:" + trap.socket().getLocalPort() + "/v1";
            List<Integer> states = new ArrayList<>();
            for (int place = 0; place < places; place++) {
                for (String name : NAMES) {
                    JsonNode changed = Json.of(json);
                    objects(changed).get(place).put(name, address);
                    states.add(status(house, path, changed.toString()));
                }
            }

            assertThat(trap.accept()).isNull();
            assertThat(states).containsOnly(200, 400);
            assertThat(house.failures).isEmpty();
        }
    }

    private static int status(House house, String path, String json) {
        try (Wire wire = house.connect()) {
            return wire.post(path, json).read().status();
        }
    }

    /** All objects of a text, the outer ones first. */
    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> found = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        node.forEach(child -> found.addAll(objects(child)));
        return found;
    }
}
