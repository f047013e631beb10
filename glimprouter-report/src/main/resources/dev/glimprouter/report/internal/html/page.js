"use strict";
(() => {
  const PAGE = 30;
  const STRIPS = 3;
  const MARKS = {
    r: ["\u2713", "right"],
    w: ["\u2717", "wrong"],
    u: ["?", "unscored"],
    f: ["!", "failed"],
    n: ["\u2022", "not graded"],
  };
  const WRITERS = { S: "small", L: "large" };
  const byId = (id) => document.getElementById(id);
  const read = (id) => JSON.parse(byId(id).textContent);
  const data = read("data");

  /* An element; children are elements or texts, and texts stay texts. */
  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined && value !== false) {
        made.setAttribute(name, value === true ? "" : value);
      }
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  function theme() {
    const button = byId("theme");
    const root = document.documentElement;
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
    const show = () => button.setAttribute("aria-pressed", String(dark()));
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      show();
    });
    system.addEventListener("change", show);
    show();
    button.hidden = false;
  }

  const amount = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
  const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  const questions = data.questions.map((question) => ({ ...question, entries: [] }));
  data.entries.forEach(([question, system, repeat, mark, seconds, strip], number) => {
    questions[question].entries.push({ number, system, repeat, mark, seconds, strip });
  });
  const repeated = data.entries.some((entry) => entry[2] > 0);

  function chip(entry) {
    const [sign, word] = MARKS[entry.mark];
    const system = data.systems.length > 1 ? `${entry.system + 1} ` : "";
    const repeat = repeated ? ` #${entry.repeat + 1}` : "";
    return el("span", { class: `chip ${entry.mark}`, title: data.systems[entry.system] },
      `${system}${sign} ${word}${repeat}`);
  }

  function mini(entry) {
    const strip = el("span", { class: "mini", "aria-hidden": "true" });
    for (const [, writer, tokens] of entry.strip.matchAll(/([SL])(\d+)/g)) {
      const step = el("span", { class: writer });
      step.style.flexGrow = Math.max(1, Number(tokens));
      strip.append(step);
    }
    return strip;
  }

  function line(entry) {
    return el("span", { class: "line" }, chip(entry), mini(entry),
      el("span", { class: "time" }, `${amount(entry.seconds)} s`));
  }

  function card(question) {
    const few = question.entries.length <= STRIPS;
    const came = el("span", { class: few ? "came" : "came many" },
      ...question.entries.map(few ? line : chip));
    const name = el("span", { class: "id" }, question.id);
    if (question.subject) {
      name.append(el("span", { class: "quiet" }, ` ${question.subject}`));
    }
    const details = el("details", { class: "question" }, el("summary", {}, name, came));
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) {
        details.append(inside(question));
      }
    });
    return details;
  }

  function inside(question) {
    const box = el("div", { class: "inside" });
    let asked = null;
    let gold = null;
    for (const entry of question.entries) {
      const sample = read(`e${entry.number}`);
      if (sample.question !== undefined && sample.question !== asked) {
        asked = sample.question;
        box.append(el("p", { class: "asked", dir: "auto" }, asked));
      }
      if (sample.gold !== undefined && sample.gold !== gold) {
        gold = sample.gold;
        box.append(el("p", { class: "gold" }, "Right answer: ", el("strong", {}, gold)));
      }
      if (question.caveat && entry === question.entries[0]) {
        box.append(el("p", { class: "note" }, `Doubtful: ${question.caveat}`));
      }
      box.append(run(entry, sample));
    }
    return box;
  }

  function run(entry, sample) {
    const name = data.systems[entry.system];
    const title = el("h4", {}, el("span", { class: "number" }, String(entry.system + 1)), " ",
      el("span", { class: "name" }, name));
    const large = sample.steps.filter((step) => step.writer === "L").length;
    const kept = sample.steps.filter((step) => step.writer).length;
    const facts = [counted(kept, "step"), `${large} by large`, `${amount(sample.seconds)} s`];
    if (sample.stop && sample.stop !== "finished") {
      facts.push(`reasoning ended: ${sample.stop}`);
    }
    if (sample.attempts > 1) {
      facts.push(`asked ${sample.attempts} times`);
    }
    if (!sample.alone) {
      facts.push("beside others");
    }
    const box = el("section", { class: "run", "aria-label": `${name}` },
      el("header", {}, title, chip(entry), el("span", { class: "quiet" }, facts.join(", "))));
    box.append(...steps(entry, sample));
    if (sample.answer !== undefined) {
      box.append(el("div", { class: "answer" }, el("span", { class: "quiet" }, "Answer"),
        el("div", { class: "text", dir: "auto" }, sample.answer.trim() || "(nothing)")));
    }
    if (sample.reason) {
      const found = sample.found !== undefined ? `Read as ${sample.found}. ` : "";
      const place = sample.inReasoning ? "It stood in the reasoning, with no answer behind it. " : "";
      box.append(el("p", { class: "verdict" }, found + place + sample.reason));
    }
    if (sample.failure) {
      box.append(el("p", { class: "verdict" }, `${sample.failure.kind}: ${sample.failure.message}`));
    }
    return box;
  }

  function steps(entry, sample) {
    if (sample.steps.length === 0) {
      return [el("p", { class: "note" }, "No step was written.")];
    }
    const tau = data.taus[entry.system];
    const nats = sample.steps.map((step) => (step.glimpse ? step.glimpse.nats : 0));
    const highest = Math.max(1, tau || 0, ...nats) * 1.05;
    const panelId = `panel-${entry.number}`;
    const panel = el("div", { class: "panel", id: panelId, hidden: true, role: "region", "aria-label": "Step" });
    const strip = el("div", { class: "strip", role: "toolbar", "aria-label": "Steps; arrow keys go from step to step" });
    sample.steps.forEach((step, place) => {
      strip.append(stepButton(step, place, { tau, highest, panelId }));
    });
    const buttons = [...strip.children];
    strip.addEventListener("click", (event) => {
      const button = event.target.closest(".step");
      if (button) {
        choose(buttons, button, panel, sample.steps[buttons.indexOf(button)]);
      }
    });
    strip.addEventListener("keydown", (event) => move(buttons, event));
    const key = tau === null || tau === undefined ? "" : `; dashed: tau ${tau}`;
    const parts = [strip, el("p", { class: "note small-print" }, `As wide as they have tokens. Grey: H_init in nats${key}.`), panel];
    if (data.publishable) {
      parts.push(readAll(sample.steps));
    }
    return parts;
  }

  function stepButton(step, place, { tau, highest, panelId }) {
    const writer = step.writer || "n";
    const nats = step.glimpse ? step.glimpse.nats : null;
    const height = el("span", { class: "height" });
    if (nats !== null) {
      const bar = el("i");
      bar.style.height = `${Math.max(1, (100 * nats) / highest)}%`;
      height.append(bar);
    }
    if (tau !== null && tau !== undefined && tau <= highest) {
      const mark = el("b");
      mark.style.bottom = `${(100 * tau) / highest}%`;
      height.append(mark);
    }
    const said = `Step ${step.i + 1}, ${WRITERS[writer] || "not kept"}`
      + (nats !== null ? `, H ${nats.toFixed(2)}` : "") + (step.tokens ? `, ${counted(step.tokens, "token")}` : "");
    const button = el("button", {
      type: "button", class: "step", "aria-label": said, title: said,
      "aria-expanded": "false", "aria-controls": panelId, tabindex: place === 0 ? "0" : "-1",
    }, height, el("span", { class: `block ${writer}` }, el("span", {}, writer === "n" ? "\u2013" : writer)),
    el("span", { class: "nats" }, nats !== null ? nats.toFixed(2) : "\u00a0"));
    button.style.flexGrow = Math.max(1, step.tokens || 1);
    return button;
  }

  function choose(buttons, button, panel, step) {
    const again = button.getAttribute("aria-expanded") === "true";
    buttons.forEach((other) => {
      other.setAttribute("aria-expanded", "false");
      other.tabIndex = -1;
    });
    button.tabIndex = 0;
    panel.hidden = again;
    if (!again) {
      button.setAttribute("aria-expanded", "true");
      panel.className = `panel ${step.writer || ""}`;
      panel.setAttribute("aria-label", `Step ${step.i + 1}`);
      panel.replaceChildren(...about(step));
    }
  }

  function move(buttons, event) {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at >= 0 && to !== undefined && buttons[to]) {
      event.preventDefault();
      buttons[at].tabIndex = -1;
      buttons[to].tabIndex = 0;
      buttons[to].focus();
    }
  }

  function about(step) {
    const parts = [];
    const facts = el("dl", { class: "facts" });
    const fact = (label, value) => facts.append(el("dt", {}, label), el("dd", {}, value));
    if (step.writer) {
      const other = step.otherTokens ? `, ${step.otherTokens} of them by the other model` : "";
      fact(`Step ${step.i + 1}`, `${WRITERS[step.writer]} wrote ${counted(step.tokens, "token")}${other} in ${amount(step.seconds)} s; ended by ${step.ended.replaceAll("-", " ")}`);
    } else {
      fact(`Step ${step.i + 1}`, "not kept");
    }
    if (step.glimpse) {
      const bounds = step.glimpse.upper !== undefined
        ? ` (true value ${step.glimpse.lower.toFixed(3)} to ${step.glimpse.upper.toFixed(3)}, ${(100 * step.glimpse.mass).toFixed(1)} % seen)` : "";
      fact("H_init", `${step.glimpse.nats.toFixed(4)} nats${bounds}, after ${amount(step.glimpse.seconds)} s`);
      if (step.glimpse.token !== undefined) {
        fact("glimpsed", JSON.stringify(step.glimpse.token));
      }
    }
    if (step.decision) {
      const compared = step.decision.score !== undefined && step.decision.threshold !== undefined
        ? ` (${step.decision.score.toFixed(4)} against ${step.decision.threshold})` : "";
      fact("decision", `${WRITERS[step.decision.writer]}: ${step.decision.reason}${compared}${step.decision.uncertain ? ", not certain" : ""}`);
      fact("by", step.decision.policy);
    }
    (step.notes || []).forEach((note) => fact("note", note));
    parts.push(facts);
    if (step.text !== undefined) {
      parts.push(el("div", { class: "text", dir: "auto" }, step.text.trim()));
    }
    (step.attempts || []).forEach((attempt) => parts.push(attempted(attempt)));
    return parts;
  }

  function attempted(attempt) {
    const words = [`Draft ${attempt.number + 1} by ${WRITERS[attempt.writer]}, ${counted(attempt.tokens, "token")}: ${attempt.rejected ? "thrown away" : "kept"}`];
    if (attempt.verdict) {
      const { verifier, score, threshold, reason } = attempt.verdict;
      const compared = score !== undefined && threshold !== undefined ? ` ${amount(score)} against ${amount(threshold)}` : "";
      words.push(`${verifier}${compared}${reason ? `: ${reason}` : ""}`);
    }
    const shown = attempt.rejected && attempt.text !== undefined && attempt.text.trim() !== "";
    return el("div", { class: attempt.rejected ? "thrown" : "" }, el("p", { class: "verdict" }, words.join(". ")),
      shown ? el("div", { class: "text", dir: "auto" }, attempt.text.trim()) : null);
  }

  function readAll(all) {
    const details = el("details", { class: "data reasoning" }, el("summary", {}, "Read the whole reasoning"));
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) {
        details.append(el("div", { class: "all" }, ...all.filter((step) => step.writer).map((step) => el("div", {},
          el("span", { class: `who ${step.writer}` }, `${step.writer} ${step.glimpse ? step.glimpse.nats.toFixed(2) : ""}`),
          el("div", { class: "text", dir: "auto" }, step.text.trim())))));
      }
    });
    return details;
  }

  let matching = [];
  let shown = 0;

  function matches(question, system, mark, words) {
    if (words && !question.id.toLowerCase().includes(words)) {
      return false;
    }
    const entries = question.entries.filter((entry) => system === "" || entry.system === Number(system));
    if (mark === "d") {
      return new Set(question.entries.map((entry) => entry.mark)).size > 1;
    }
    return entries.some((entry) => mark === "" || entry.mark === mark);
  }

  function filter() {
    const words = byId("search").value.trim().toLowerCase();
    matching = questions.filter((question) => matches(question, byId("system").value, byId("mark").value, words));
    shown = 0;
    byId("list").replaceChildren();
    more();
  }

  function more() {
    const next = matching.slice(shown, shown + PAGE).map(card);
    byId("list").append(...next);
    shown += next.length;
    byId("more").hidden = shown >= matching.length;
    byId("found").textContent = matching.length === questions.length
      ? `${shown} of ${counted(questions.length, "question")} are listed.`
      : `${shown} of ${matching.length} that match are listed, of ${counted(questions.length, "question")}.`;
    return next;
  }

  theme();
  byId("more").addEventListener("click", () => {
    const [first] = more();
    if (first) {
      first.querySelector("summary").focus();
    }
  });
  const form = byId("filter");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  form.hidden = questions.length < 2;
  filter();
  if (questions.length === 1) {
    byId("list").firstElementChild.open = true;
  }
  document.documentElement.dataset.ready = "";
})();
