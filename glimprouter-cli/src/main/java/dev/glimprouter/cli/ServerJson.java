package dev.glimprouter.cli;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.openai.Finding;
import dev.glimprouter.openai.ServerFacts;
import dev.glimprouter.openai.ServerFacts.Speed;
import dev.glimprouter.openai.ServerReport;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.OptionalInt;

/** What {@code doctor --json} says of a server; docs/doctor.md tells its fields. */
final class ServerJson {

    private ServerJson() {}

    static void put(ObjectNode to, ServerReport report) {
        to.put("server", report.server().toString());
        to.put("usable", report.isUsable());
        report.facts().ifPresent(facts -> put(to, facts));
        ArrayNode findings = to.putArray("findings");
        report.findings().forEach(finding -> put(findings.addObject(), finding));
    }

    private static void put(ObjectNode to, Finding finding) {
        to.put("topic", Words.of(finding.topic()));
        to.put("problem", finding.problem());
        to.put("text", finding.text());
    }

    private static void put(ObjectNode to, ServerFacts facts) {
        EngineInfo engine = facts.engine();
        to.put("kind", engine.engine());
        to.put("build", engine.build());
        to.put("model", engine.model());
        to.put("contextTokens", engine.contextTokens());
        to.put("promptForm", Words.of(facts.form()));
        to.put("candidatesAsked", facts.glimpse().asked());
        to.put("candidatesListed", facts.glimpse().listed());
        to.put("distribution", Words.of(facts.glimpse().distribution()));
        to.put("stopText", Words.of(facts.stopText()));
        to.put("begin", Words.of(facts.prompt().begin()));
        put(to, "promptTokens", facts.prompt().tokens());
        put(to, "cachedTokens", facts.prompt().cachedTokens());
        to.put("abortEnd", Words.of(facts.abort().end()));
        to.put("abortNanos", facts.abort().nanos());
        put(to, "abortTokensPast", facts.abort().tokensPast());
        Speed speed = facts.speed();
        to.put(
                "prefillTokensPerSecond",
                Figures.perSecond(speed.promptTokens(), speed.prefillNanos()));
        to.put(
                "decodeTokensPerSecond",
                Figures.perSecond(speed.decodedTokens(), speed.decodeNanos()));
        to.put("timesBy", speed.told() ? "server" : "client");
    }

    private static void put(ObjectNode to, String name, OptionalInt number) {
        if (number.isPresent()) {
            to.put(name, number.getAsInt());
        } else {
            to.putNull(name);
        }
    }
}
