// Fills the page of one trace from its events. Text of models is only ever set as text.
"use strict";

const id = document.currentScript.dataset.trace;
const state = document.getElementById("state");
const steps = document.getElementById("steps");
const attempts = new Map();
const notes = new Map();

function attempt(step, number, writer) {
    const key = step + "/" + number;
    let found = attempts.get(key);
    if (!found) {
        const section = document.createElement("section");
        const heading = document.createElement("h2");
        const text = document.createElement("pre");
        section.append(heading, text);
        steps.append(section);
        found = { section, heading, text };
        attempts.set(key, found);
    }
    if (writer) {
        found.section.className = writer;
        found.heading.textContent =
            "step " + step + " · " + writer + (notes.has(step) ? " · " + notes.get(step) : "");
    }
    return found;
}

function number(value) {
    return typeof value === "number" ? value.toFixed(2) : String(value);
}

function begin(header) {
    const messages = header.question.messages;
    document.getElementById("question").textContent =
        messages.map((message) => message.role + ": " + message.content).join("\n\n");
    state.textContent = header.strategy + ", since " + header.startedAt;
}

const takers = {
    decided(event) {
        const made = event.decision;
        notes.set(event.step, made.policy + " " + number(made.score) + " / " + number(made.threshold));
    },
    delta(event) {
        attempt(event.step, event.attempt, event.writer).text.textContent += event.text;
    },
    rejected(event) {
        attempt(event.step, event.attempt, event.writer).section.classList.add("rejected");
    },
    "step-written"(event) {
        const step = event.written;
        attempt(step.index, step.attempt, step.writer).text.textContent = step.text;
    },
    "answer-delta"(event) {
        document.getElementById("answer").textContent += event.text;
    },
    finished(event) {
        state.textContent = "Finished after " + number(event.nanos / 1e9) + " s (" + event.stop + ").";
        document.getElementById("answer").textContent = event.answer;
    },
    cancelled(event) {
        state.textContent = "Cancelled after " + number(event.nanos / 1e9) + " s.";
    },
    failed(event) {
        state.textContent = "Failed after " + number(event.nanos / 1e9) + " s: " + event.kind;
    },
};

const source = new EventSource("/traces/" + encodeURIComponent(id) + "/events");
source.onmessage = (message) => {
    const event = JSON.parse(message.data);
    if (event.schema) {
        begin(event);
    } else if (Object.hasOwn(takers, event.event)) {
        takers[event.event](event);
    }
};
source.addEventListener("end", () => source.close());
source.onerror = () => {
    source.close();
    state.textContent += " The connection broke: load the page again.";
};
