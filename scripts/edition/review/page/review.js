// The review: which suggestion is at hand, what becomes of it, and what was written. The server has the one state.

import { corrected, show } from "./card.js";
import { help, isOpen, sameAs, two } from "./dialogs.js";
import { ask, counted, kindOf, make } from "./making.js";

const [told, progress, list, card, written, refused, wrong, actions, undoButton] =
  ["told", "progress", "list", "card", "written", "refused", "wrong", "actions", "undo"].map((id) => document.getElementById(id));
let state = { version: "", suggestions: [], wrong: "" };
let one = null; // the suggestion at hand, as it was shown
let isDeciding = false;

const place = (id) => state.suggestions.findIndex((each) => each.id === id);

const drawList = () => {
  list.replaceChildren(...state.suggestions.map((each) => {
    const link = make("button", { type: "button", "data-id": each.id, "aria-current": each.id === one?.id ? "true" : null },
      make("span", {}, each.name), kindOf(each), make("small", {}, each.waits ? `${each.times}×, later` : `${each.times}×`));
    link.addEventListener("click", () => choose(each.id));
    return make("li", {}, link);
  }));
  list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
};

const drawState = () => {
  const left = state.suggestions.length;
  const waits = state.suggestions.filter((each) => each.waits).length;
  told.textContent = `${state.decided} of ${state.decided + left} decided${waits ? `, ${waits} for later` : ""}`;
  document.title = left ? `${state.decided} of ${state.decided + left} decided – Review` : "All decided – Review";
  Object.assign(progress, { max: Math.max(state.decided + left, 1), value: state.decided });
  Object.assign(undoButton, { disabled: !state.undo, title: state.undo ? `Takes back: ${state.undo}` : "" });
  wrong.hidden = !state.wrong;
  wrong.textContent = state.wrong ? `Nothing can be written until this is mended: ${state.wrong}` : "";
  drawList();
};

const empty = () => {
  one = null;
  actions.hidden = true;
  const heading = state.wrong ? "There is something to mend" : state.busy ? "Reading…" : "Nothing is left to decide";
  card.replaceChildren(make("h2", { id: "heading", tabindex: "-1" }, heading), state.wrong ? "" : make("p", {},
    `The registry has ${counted(state.entities ?? 0, "entit").replace(/entits$/, "entities").replace(/entit$/, "entity")}.`));
};

/** Instead of what was decided elsewhere: the next key must not decide on another one than the editor has before the eyes. */
const gone = () => {
  const next = make("button", { type: "button" }, "Next", make("kbd", {}, "→"));
  next.addEventListener("click", () => choose(nearest(0)));
  card.replaceChildren(make("h2", { id: "heading", tabindex: "-1" }, one.name),
    make("p", {}, "It was decided in another window, or the articles do not name it any more."), next);
  one = null;
  actions.hidden = true;
  refused.hidden = true;
  document.getElementById("heading").focus({ preventScroll: true });
};

/** Show a suggestion, or what stands where it stood. */
const choose = async (id, { focus = true } = {}) => {
  refused.hidden = true;
  const answer = id ? await ask(`suggestion?id=${encodeURIComponent(id)}`) : { status: 404 };
  if (answer.status !== 200) return empty();
  one = answer.told;
  actions.hidden = false;
  show(card, one);
  drawList();
  if (focus) {
    document.getElementById("heading").focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }
};

const nearest = (at) => state.suggestions[Math.min(Math.max(at, 0), state.suggestions.length - 1)]?.id;

/** What was written: its words, and the lines of the files. */
const drawWritten = (done, before = "") => written.replaceChildren(make("p", {}, before, done.said),
  ...Object.entries(done.changes).map(([file, lines]) => make("figure", {}, make("figcaption", {}, file),
    make("pre", {}, ...lines.map((line) => make(line.startsWith("-") ? "del" : "ins", {}, `${line}\n`))))));

const complain = (why) => {
  refused.textContent = why;
  refused.hidden = false;
  refused.scrollIntoView({ block: "nearest" });
};

const settle = async ({ status, told: answer }, next, before) => {
  if (status === 200) {
    state = answer.state;
    drawState();
    await choose(next(answer) ?? nearest(0));
    drawWritten(answer, before);
  } else if (status === 409) {
    state = answer.state;
    drawState();
    if (place(one.id) < 0) return gone();
    await choose(one.id);
    complain(answer.why);
  } else complain(answer.why);
};

const send = async (what, body, next, before = "") => {
  if (isDeciding) return;
  isDeciding = true;
  try {
    await settle(await ask(what, body), next, before);
  } catch {
    complain("The program no longer answers. What was decided is written. Fix: start build.py review again.");
  } finally {
    isDeciding = false;
  }
};

const decide = (choice) => {
  const at = place(one.id);
  const isLater = choice.decision === "later";
  const open = state.suggestions.filter((each, index) => index > at && !each.waits);
  return send("decide", { ...corrected(card, one), ...choice }, () => (isLater ? open[0]?.id ?? nearest(at + 1) : following(at)));
};

/** What stands now at that place, or the first. */
const following = (at) => (at < state.suggestions.length ? state.suggestions[at].id : nearest(0));

const undo = () => state.undo && send("undo", {}, ({ ids }) => ids.find((id) => place(id) >= 0) ?? awaited(ids), "Undone: ");

/** Suggestions that were taken back stand there a moment later. */
let waitedFor = [];
const awaited = (ids) => { waitedFor = ids; return one?.id; };

const move = (step) => choose(nearest(place(one?.id) + step));

const doing = {
  accept: () => decide({ decision: "accept" }),
  "same as": () => sameAs("same as", one, corrected(card, one), decide),
  "alias of": () => sameAs("alias of", one, corrected(card, one), decide),
  two: () => two(one, corrected(card, one), decide),
  never: () => decide({ decision: "never" }),
  later: () => decide({ decision: "later" }),
};
const KEYS = { a: "accept", s: "same as", l: "alias of", t: "two", n: "never", " ": "later", ArrowRight: "later" };
const others = {
  u: undo, j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1), ArrowRight: () => move(1), "?": help,
  e: () => document.getElementById("name")?.select(),
  o: () => { const all = card.querySelector(".all"); if (all) all.open = !all.open; },
};

document.addEventListener("keydown", (event) => {
  if (isOpen() || event.altKey) return;
  const isField = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
  if (isField && event.key === "Escape") document.getElementById("heading")?.focus();
  if (one && (event.ctrlKey || event.metaKey) && event.key === "Enter") doing.accept();
  if (isField || event.ctrlKey || event.metaKey) return;
  const isPressed = event.key === " " && event.target.closest("button, input, summary");
  const isRadio = event.key.startsWith("Arrow") && event.target.matches("[type=radio]");
  const does = (one && doing[KEYS[event.key]]) ?? others[event.key];
  if (!does || isPressed || isRadio) return;
  event.preventDefault();
  does();
});
for (const button of actions.querySelectorAll("button")) button.addEventListener("click", () => one && doing[button.dataset.do]());
undoButton.addEventListener("click", undo);
document.getElementById("help").addEventListener("click", help);

/** Follow what other windows decide, and what is changed by hand. */
const follow = async () => {
  for (;;) {
    try {
      const { status, told: now } = await ask(`state?after=${state.version}`);
      if (status !== 200) return complain("This page is of an earlier start. Fix: open the one that build.py review names.");
      const isFirst = state.version === "";
      if (now.version === state.version || isDeciding) continue;
      state = now;
      drawState();
      const back = waitedFor.find((id) => place(id) >= 0);
      if (back) waitedFor = [];
      if (back) await choose(back);
      else if (isFirst || (!one && !card.querySelector("button"))) await choose(nearest(0), { focus: isFirst });
      else if (one && place(one.id) < 0 && !isOpen()) gone();
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, 2000); });
    }
  }
};
follow();
