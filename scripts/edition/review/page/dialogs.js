// Dialogs: which other it is, with all places of both before anything is merged; which article means whom; the keys.

import { ask, byArticle, counted, field, make, named, sentence } from "./making.js";

const dialog = document.getElementById("dialog");

export const isOpen = () => dialog.open;

const open = (heading, ...parts) => {
  const close = make("button", { type: "button", class: "close" }, "Cancel", make("kbd", {}, "esc"));
  close.addEventListener("click", () => dialog.close());
  dialog.replaceChildren(make("header", {}, make("h2", { id: "dialog-heading", tabindex: "-1" }, heading), close), ...parts);
  if (!dialog.open) dialog.showModal();
};

/** A search box over entities and suggestions; `chosen` is told which. */
const finder = (label, without, first, chosen) => {
  const box = make("input", { type: "search", autocomplete: "off", id: `find-${label.length}-${without.length}` });
  const hits = make("ul", { class: "hits", "aria-label": "Found" });
  const list = (found) => hits.replaceChildren(...found.map((one) => {
    const button = make("button", { type: "button" }, ...named(one), one.why ? make("small", {}, ` ${one.why}`) : "");
    button.addEventListener("click", () => chosen(one));
    return make("li", {}, button);
  }));
  const find = async () => {
    const words = box.value.trim();
    const { told } = words ? await ask(`names?q=${encodeURIComponent(words)}&without=${encodeURIComponent(without)}`) : { told: first };
    if (box.value.trim() === words) list(told);
  };
  box.addEventListener("input", find);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") hits.querySelector("button")?.click();
    if (event.key === "ArrowDown") hits.querySelector("button")?.focus();
    if (["Enter", "ArrowDown"].includes(event.key)) event.preventDefault();
  });
  hits.addEventListener("keydown", (event) => {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    if (!step) return;
    event.preventDefault();
    (event.target.closest("li")[step]?.querySelector("button") ?? box).focus();
  });
  list(first);
  return { node: make("div", { class: "finder" }, field(label, box), hits), box };
};

const side = (heading, lines) => make("section", {}, make("h3", {}, ...heading),
  make("p", { class: "counts" }, counted(lines.length, "place")), ...lines.map(sentence));

/** Both sides with all their places; only then may it be confirmed. */
const compare = async (what, one, corrected, other, back, decide) => {
  const [id, otherId] = [one, other].map((each) => encodeURIComponent(each.id));
  const [mine, others, clash] = await Promise.all([`lines?id=${id}`, `lines?id=${otherId}`, `clash?id=${id}&other=${otherId}`]
    .map(async (what) => (await ask(what)).told));
  const confirm = make("button", { type: "button", class: "actions__first" },
    make("span", {}, what === "same as" ? "Yes, they are the same" : `Yes, an alias of ${other.name}`), make("kbd", {}, "enter"));
  confirm.addEventListener("click", () => { dialog.close(); decide({ decision: what, target: other.id }); });
  const again = make("button", { type: "button" }, "Another one");
  again.addEventListener("click", back);
  const differs = other.kind !== corrected.kind
    && make("p", { class: "refused" }, `${corrected.name} is here ${corrected.kind}, ${other.name} ${other.kind}.`);
  open(what === "same as" ? "Are they the same?" : "Is it an alias?", differs || "", clash && make("p", { class: "refused" }, clash),
    make("div", { class: "sides" }, side([make("b", {}, corrected.name), " (this suggestion)"], mine), side(named(other), others)),
    make("footer", {}, again, confirm));
  confirm.focus();
};

export const sameAs = (what, one, corrected, decide) => {
  const first = [...(one.known ? [one.known] : []), ...one.alike];
  const ask = () => {
    const { node, box } = finder(what === "same as" ? "Same as which?" : "An alias of which?", one.id, first,
      (other) => compare(what, one, corrected, other, ask, decide));
    open(`${corrected.name}: ${what === "same as" ? "the same as…" : "an alias of…"}`, node);
    box.focus();
  };
  ask();
};

/** One of two: an entity or suggestion that is found by its name, or a new name. */
const half = (label, one, name) => {
  const chosen = { id: "", name };
  const { node, box } = finder(label, one.id, [], (other) => {
    Object.assign(chosen, { id: other.id, name: other.name });
    box.value = other.name;
    node.querySelector(".hits").replaceChildren(make("li", {}, make("p", {}, "It is ", ...named(other))));
  });
  box.id = `half-${label.length}`;
  node.querySelector("label").htmlFor = box.id;
  box.value = name;
  box.addEventListener("input", () => Object.assign(chosen, { id: "", name: box.value }));
  return { node, box, chosen };
};

export const two = (one, corrected, decide) => {
  const [first, second] = [half("The first", one, corrected.name), half("The second one", one, "")];
  const rows = [...byArticle(one.occurrences)].map(([article, these], index) => make("fieldset", { class: "which" },
    make("legend", {}, article),
    ...["first", "second"].map((which) => make("label", {},
      make("input", { type: "radio", name: `which-${index}`, value: which, checked: which === "first", "data-article": article }), which)),
    ...these.map(sentence)));
  const confirm = make("button", { type: "submit", class: "actions__first" }, make("span", {}, "They are two"));
  const form = make("form", {}, make("div", { class: "sides" }, first.node, second.node),
    make("p", {}, "Which of the two does each article mean?"), ...rows, make("footer", {}, confirm));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const articles = [...form.querySelectorAll("[value=second]:checked")].map((box) => box.dataset.article);
    dialog.close();
    decide({
      decision: "two", name: first.chosen.name || corrected.name, target: first.chosen.id, aliases: [], known_as: [],
      other: { id: second.chosen.id, name: second.chosen.name, kind: corrected.kind }, second: articles,
    });
  });
  open(`${corrected.name}: two`, form);
  second.box.focus();
};

const KEYS = [
  ["a", "accept, as it stands in the fields"], ["s", "the same as an entity, or another suggestion"],
  ["l", "only its name is an alias of one"], ["t", "two, told apart article by article"],
  ["n", "never: it is nothing"], ["space →", "later"], ["u", "undo the last decision"],
  ["j k ↓ ↑", "the next, the one before"], ["e", "correct the name"], ["o", "all places, or fewer"],
  ["esc", "leave a field or a dialog"], ["ctrl enter", "accept while in a field"],
];

export const help = () => open("Keys", make("dl", { class: "keys" }, ...KEYS.flatMap(([keys, what]) =>
  [make("dt", {}, ...keys.split(" ").map((key) => make("kbd", {}, key))), make("dd", {}, what)])));
