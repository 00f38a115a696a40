/*
  Search: a dialog over any page, and the same panel on the search page. Names are found in data/names.js, at once and
  without a server; the words of articles by Pagefind. What is asked stands in the address: ?q=…&kind=…&year=…&person=…
  Without this script every [data-search] is a plain link to the search page.
*/
(() => {
const { base, load } = dateline;
const KINDS = ["person", "organization", "place", "article"]; // entities by number, as in data/names.js
const STEP = 8; // how many are shown at first, and added by "More"
const ALL = 30; // so many articles are read at once, and can be counted; of more only those that are shown
const PAUSE = 120; // milliseconds without a key before articles are asked for, and the address is changed

const many = (noun) => noun === "person" ? "people" : `${noun}s`;
const counted = (count, noun) => `${count.toLocaleString("en")} ${count === 1 ? noun : many(noun)}`;
const capital = (text) => text && text[0].toUpperCase() + text.slice(1);
const folder = (kind) => new URL(`${many(kind)}/`, base);

/* One letter for one letter, so that places in a text stay where they are. */
const plain = (text) => text.replace(/[^\0-\x7f가-힣]/g, (letter) => letter.normalize("NFD")[0]).toLowerCase()
  .replace(/[’‘ʼłøđı]/g, (letter) => ({ ł: "l", ø: "o", đ: "d", ı: "i" })[letter] ?? "'");
const wordsOf = (text) => plain(text.normalize()).replace(/'/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];

/* All words, for names without Mr. and Ms.; phrases in quotation marks, the last perhaps still open; the other words. */
function question(text) {
  const phrases = [], words = wordsOf(text), names = words.filter((word) => !/^(m[rs]|mrs|dr)$/.test(word));
  const loose = wordsOf(text.replace(/["“”]([^"“”]*)["“”]?/g, (_, phrase) => (phrases.push(wordsOf(phrase)), " ")));
  return { words, names: names[0] ? names : words, phrases: phrases.filter(([word]) => word), loose };
}

/* == Names == each with its forms ready: " kim jong un kimjongun jongun un ", so that `Jongun` is found as well. */
let entities;
async function readNames() {
  await load("data/names.js");
  entities ??= dateline.names.entities.map(([kind, id, name, others, what, count, , languages = ""], at) => ({
    at, kind: KINDS[kind], id, name, what, count, role: ` ${wordsOf(what).join(" ")}`,
    forms: [name, ...others].map((form, i) => {
      const words = wordsOf(form), joined = words.map((_, from) => words.slice(from).join(""));
      return { form, words, all: ` ${[...words, ...joined].join(" ")} `, lang: languages.split(" ")[i - 1] ?? "" };
    }),
  }));
}

/* 0: the whole form, its words in any order; 1: whole words; 2: beginnings; 3: with words of the role; else nothing. */
function close({ words, all }, { names, phrases }, role) {
  const begins = (word) => all.includes(` ${word}`), whole = (word) => begins(`${word} `), joined = names.join("");
  if (!phrases.every((phrase) => whole(phrase.join(" ")))) return NaN;
  if (joined === words.join("")) return 0;
  if (names.every(whole)) return names.length === words.length ? 0 : 1;
  if (names.every(begins) || begins(joined)) return 2;
  return names.some(whole) && names.every((word) => begins(word) || role.includes(` ${word}`)) ? 3 : NaN;
}

/* 4: every word, or some, begins one of the form but for one slip: a letter changed, missing, added, two exchanged. */
const misspelt = (how) => ({ words }, { names, phrases }) =>
  !phrases[0] && names[how]((word) => words.some((other) => nearly(word, other))) ? 4 : NaN;
function nearly(word, other) {
  let i = 0;
  while (i < word.length && word[i] === other[i]) i++;
  const rest = (from, at) => other.startsWith(word.slice(from), at);
  return i === word.length || word.length > 3 && (rest(i + 1, i + 1) || rest(i + 1, i) || rest(i, i + 1)
    || word[i] === other[i + 1] && word[i + 1] === other[i] && rest(i + 2, i + 2));
}

/* Entities with their closest form, if one is close: by closeness, the heading before other forms, then by mentions. */
const ranked = (asked, closeness) => entities.flatMap((entity) => {
  let rank = 9, form;
  entity.forms.forEach((one, i) => {
    const here = closeness(one, asked, entity.role) + (i && .5);
    if (here < rank) [rank, form] = [here, one];
  });
  return form ? { ...entity, form, rank } : [];
}).sort((a, b) => a.rank - b.rank || a.at - b.at);

/* The names that answer, of the kind and in the articles; all of these where nothing is asked. */
function namesFound(asked, kind, articles) {
  let found = ranked(asked, asked.words[0] ? close : () => kind ? 0 : NaN);
  if (!found[0] && asked.words[0]) found = ranked(asked, misspelt("every"));
  found = found.filter((one) => !kind || one.kind === kind);
  if (!articles) return found;
  const counts = new Map();
  for (const { named } of articles) for (const at of named) counts.set(at, (counts.get(at) ?? 0) + 1);
  found = found.map((one) => ({ ...one, count: counts.get(one.at) })).filter(({ count }) => count);
  return asked.words[0] ? found : found.sort((a, b) => b.count - a.count);
}

/* == Filters == */
let state; // what is asked and by what it is filtered, as it stands in the address
const filters = () => [...state].filter(([field]) => field !== "q" && field !== "kind");
const entityOf = ([kind, id]) => entities.find((one) => one.kind === kind && one.id === id);
const label = (one) => entityOf(one)?.name ?? one[1];

/* The articles that pass, the newest first: of one of the years, of one of the publishers, naming all entities. */
async function passing() {
  await load("data/articles.js");
  const any = (field, value) => !state.has(field) || state.has(field, value);
  const wanted = filters().filter(([field]) => KINDS.includes(field)).map((one) => entityOf(one)?.at);
  return dateline.articles.list.map(([id, title, date, publisher, named], at) =>
    ({ at, url: new URL(`${id}/`, folder("article")), title, date, publisher: dateline.names.publishers[publisher], named }))
    .filter((one) => any("year", one.date.slice(0, 4)) && any("publisher", one.publisher) && wanted.every((at) => one.named.includes(at)));
}

/* == Articles == a single phrase is asked as such; beside other words Pagefind would not know it: it is sifted below. */
async function results({ phrases: [phrase, other], loose, words }, articles) {
  const { search } = await import(new URL("pagefind/pagefind.js", base));
  const { results } = await search(phrase && !other && !loose[0] ? `"${phrase.join(" ")}"` : words.join(" "));
  if (!filters()[0]) return [...results];
  await load("pagefind/fragments.js");
  const ids = new Set(articles.map(({ at }) => dateline.fragments[at]));
  return results.filter(({ id }) => ids.has(id));
}

/* What finds each word and phrase in plain text: a word by its beginning, or else by its stem; a phrase exactly. */
const finder = (letters) => new RegExp(`(?<![\\p{L}\\p{N}])${letters}`, "gu");
const stem = (word) => /\d/.test(word) ? word : word.slice(0, Math.max(4, word.length - 3)).replace(/[iy]$/, "[iy]"); // army, armies
const finders = ({ loose, phrases }) => [
  ...loose.map((word) => [finder([...word].join("[\\p{Pd}']?")), finder(`${stem(word)}\\p{L}{0,4}`)]),
  ...phrases.map((phrase) => [finder(`${phrase.join("[^\\p{L}\\p{N}.!?]+")}(?![\\p{L}\\p{N}])`)]),
];
const SENTENCES = /(?<=[.!?…]["'”’»)\]]*)(?<!(?:^|[\s(“"])(?:\p{L}|\p{L}\.\p{L}|Mrs?|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|Gov|No)\.)\s+(?=["“‘(\[]*[\p{Lu}\p{N}])/u;

/*
  The article with the sentence that has most of what is asked, and its paragraph. Nothing where something is missing:
  for a word it has never seen, Pagefind takes any word that begins it, and `Erdogan` finds `Er`.
*/
async function passage(result, asked) {
  const { content, anchors, meta, url } = await result.data();
  const blocks = anchors.filter(({ id }) => /^p[1-9]\d*$/.test(id));
  blocks.unshift({ id: "", text: blocks[0] ? content.slice(0, content.indexOf(blocks[0].text)) : content }); // the standfirst
  const all = plain([meta.title, ...blocks.map(({ text }) => text)].join("\n"));
  const find = finders(asked).map((these) => these.find((one) => all.search(one) >= 0));
  if (find.includes(undefined)) return [];
  const [best] = blocks.flatMap(({ id, text }) => text.trim().split(SENTENCES).map((text) =>
    ({ id, text, has: find.filter((one) => plain(text).search(one) >= 0).length }))).sort((a, b) => b.has - a.has);
  return articleItem({ ...meta, url: url + (best.id && `#${best.id}`), title: marked(meta.title, find), text: marked(best.text, find) });
}

/* A text with what is found in <mark>. */
function marked(text, find) {
  const found = find.flatMap((one) => [...plain(text).matchAll(one)]).sort((a, b) => a.index - b.index), pieces = [];
  let at = 0;
  for (const { index, 0: { length } } of found) {
    if (index >= at) pieces.push(text.slice(at, index), element("mark", {}, text.slice(index, at = index + length)));
  }
  return [...pieces, text.slice(at)];
}

/* == What is shown == elements are made, never written as HTML: a headline is only ever text. */
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.flat());
  return made;
}
const button = (text, more, onclick, className = "") =>
  element("button", { type: "button", onclick, className }, text, element("span", { className: "for-screen-readers" }, more));
const dotted = (...facts) => facts.filter(Boolean).join(" · ");
const item = (href, kind, title, note, facts, ...more) => element("li", {}, element("a", { href, className: "result" },
  element("b", { className: kind }, title), " ", element("small", {}, note), " ", element("span", {}, facts)), ...more);

const articleItem = ({ url, title, date, publisher, text = "" }) => item(url, "", title,
  dotted(date && new Date(date).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" }), publisher), text);

function nameItem({ kind, id, name, what, forms, form, rank, count }) {
  const also = form === forms[0] ? "" : [rank < 4 ? "also " : "spelled ", element("span", { lang: form.lang }, form.form)];
  const filter = () => change(() => { state.append(kind, id); state.set("q", ""); state.delete("kind"); }, true);
  return item(new URL(`${id}/`, folder(kind)), kind, name, also, dotted(capital(kind), what.replace(/\.$/, ""), counted(count, "article")),
    state.has(kind, id) ? "" : button("+ Filter", ` by ${name}`, filter));
}

/* A list, and its "More", which moves on to the first of what it adds. Where `make` gives nothing, the next is taken. */
let shown; // how far each list: kept in the history, so that who comes back finds them again
async function section(heading, all, make) {
  const list = element("ul");
  const add = async (to) => {
    const old = list.childElementCount;
    do {
      list.append(...(await Promise.all(all.slice(shown[heading], shown[heading] = to).map(make))).flat());
      to += STEP;
    } while (list.childElementCount === old && shown[heading] < all.length);
    more.hidden = shown[heading] >= all.length;
    return list.children[old];
  };
  const more = button("More", "", async () => (await add(shown[heading] + STEP))?.firstChild.focus());
  const to = shown[heading] ?? STEP;
  shown[heading] = 0;
  await add(to);
  return list.firstChild ? [element("h2", {}, heading), list, more] : [];
}

/* Where nothing is asked or found: names that are alike, fewer filters, the lists. */
function help(asked) {
  const near = asked.words[0] ? ranked(asked, misspelt("some")).slice(0, 3).map(nameItem) : [];
  const less = [...state].filter(([field, value]) => value && field !== "q").map((one) => button(`Without ${label(one)}`, "", () => drop(one)));
  const lists = KINDS.flatMap((kind) => [" · ", element("a", { href: folder(kind) }, `All ${many(kind)}`)]);
  return [near[0] ? [element("h2", {}, "Did you mean"), element("ul", {}, near)] : [], less,
    stand ? [] : element("p", {}, element("a", { href: new URL("search/", base) }, "How to search"), lists)].flat();
}

let ui, dialog, timer, showing, leaving, turn = 0; // answers may overtake one another: only the latest question counts
const stand = document.querySelector(".edition--search .without-script"); // on the search page the panel takes its place

/* What the state asks for: names at once, articles after a pause in typing. */
async function show() {
  const mine = ++turn, kind = state.get("kind") ?? "", text = state.get("q").trim(), asked = question(text), said = [];
  let found = [], articles;
  try {
    await readNames();
    if (kind === "article" || filters()[0]) articles = await passing();
    if (mine !== turn) return;
    showFilters(kind);
    const names = kind === "article" ? [] : namesFound(asked, kind, articles), similar = names[0]?.rank >= 4;
    const list = await section(similar ? "Similar names" : capital(many(kind || "name")), names, nameItem);
    ui.names.replaceChildren(...similar ? [] : list);
    if (names[0]) said.push(counted(names.length, similar ? "similar name" : kind || "name"));
    if (asked.words[0]) await new Promise((done) => setTimeout(done, PAUSE));
    if (mine !== turn) return;
    if (!kind || kind === "article") found = await articlesFound(asked, articles, said);
    if (mine !== turn) return;
    ui.articles.replaceChildren(...found, ...similar ? list : names[0] || found[0] ? [] : help(asked));
  } catch {
    if (mine !== turn) return;
    said.push(location.protocol === "file:" ? "to search the words of articles, open this folder through a web server" : "the articles cannot be searched now");
    ui.articles.replaceChildren();
  }
  ui.status.textContent = capital(said.join(", ") || text && `Nothing found for “${text}”`);
}

/*
  Articles under their heading, and their number where all of them are read. Where the best have not all that is asked,
  none has, but for phrases that Pagefind was not asked for.
*/
async function articlesFound(asked, articles = [], said) {
  if (!asked.words[0]) {
    if (articles[0]) said.push(counted(articles.length, "article"));
    return section("Articles", articles, articleItem);
  }
  if (location.protocol === "file:") throw new Error("A folder has no modules.");
  const all = await results(asked, articles), make = (one) => one.data ? passage(one, asked) : one;
  const best = all.splice(0, all.length > ALL ? STEP : ALL), first = (await Promise.all(best.map(make))).flat();
  if (!first[0] && !asked.phrases[0]) return [];
  if (first[0] || all[0]) said.push(all[0] ? "articles by relevance" : counted(first.length, "article"));
  return section("Articles", [...first, ...all], make);
}

function showFilters(kind) {
  const { elements } = ui.form;
  for (const radio of elements.kind) radio.checked = radio.value === kind;
  for (const field of ["year", "publisher"]) {
    const free = dateline.names[`${field}s`].filter((one) => !state.has(field, one));
    elements[field].replaceChildren(...["", ...free].map((value) => element("option", { value }, value || `Any ${field}`)));
    elements[field].hidden = free.length < 2;
  }
  ui.chips.replaceChildren(...filters().map((one) => button(`${label(one)} ×`, " remove this filter", () => drop(one), one[0])));
}

function change(edit, leaves) {
  edit();
  shown = {};
  if (ui.input.value !== state.get("q")) ui.input.value = state.get("q");
  if (leaves) ui.input.focus(); // what was pressed will be gone
  clearTimeout(timer);
  timer = setTimeout(remember, PAUSE); // Safari refuses more than a hundred changes in half a minute
  showing = show();
}
const drop = (one) => change(() => state.delete(...one), true);
const scroller = () => dialog ? ui.found : document.scrollingElement;
const remember = () => history.replaceState({ ...history.state, shown, scroll: scroller().scrollTop }, "", `?${state}${location.hash}`);

/* The panel, once: on the search page in its place, else in a dialog. */
function panel() {
  const kinds = ["", ...KINDS].map((kind) => `<label><input type="radio" name="kind" value="${kind}"> ${kind ? capital(many(kind)) : "All"}</label>`);
  const form = element("form", { className: "finder", role: "search", innerHTML: `<input type="search" placeholder="Name, place or word" aria-label="Search" autocomplete="off" spellcheck="false">
    <div class="finder__filters"><fieldset><legend class="for-screen-readers">Kind</legend>${kinds.join("")}</fieldset>
    <select name="year" aria-label="Year" hidden></select><select name="publisher" aria-label="Publisher" hidden></select></div>
    <div class="finder__chips"></div><p role="status"></p><div class="finder__found"><section></section><section></section></div>` });
  const [input, , chips, status, found] = form.children, [names, articles] = found.children;
  ui = { form, input, chips, status, found, names, articles };
  input.oninput = () => change(() => state.set("q", input.value));
  form.onchange = ({ target: { name, value } }) => name && change(() => state[name === "kind" ? "set" : "append"](name, value));
  form.onsubmit = async (event) => {
    event.preventDefault();
    if (!names.firstChild) await showing;
    found.querySelector("a")?.click();
  };
  form.onkeydown = (event) => {
    const stops = [input, ...found.querySelectorAll("a")], step = { ArrowDown: 1, ArrowUp: -1 }[event.key], at = stops.indexOf(event.target);
    if (event.key === "Escape") dialog?.close(); // by itself a search field takes the first one to empty itself
    else if (step && at >= 0) stops[Math.max(at + step, 0)]?.focus();
    else return;
    event.preventDefault();
  };
  found.onclick = ({ target }) => { if (target.closest("a")) remember(); };
  if (stand) return stand.replaceWith(form);
  dialog = element("dialog", { className: "finder-dialog", ariaLabel: "Search", closedBy: "any" }, form, button("Close", "", () => dialog.close()));
  dialog.onclose = () => {
    clearTimeout(timer);
    turn++;
    if (!asks()) return;
    if (!history.state?.finder) return history.replaceState(null, "", location.pathname + location.hash);
    leaving = new Promise((done) => addEventListener("popstate", done, { once: true }));
    history.back();
  };
  document.body.append(dialog);
}

/* Opening is a step of the history: going back closes the dialog, and back from a result opens it again as it was. */
async function open() {
  await leaving;
  if (!stand && !dialog?.open) {
    history.pushState({ finder: true, shown }, "", `?${state ?? "q="}${location.hash}`);
    follow();
  }
  ui.input.focus();
  ui.input.select();
}

/* The panel as the address has it. */
const asks = () => new URLSearchParams(location.search).has("q");
function follow() {
  if (!stand && !asks()) return dialog?.close();
  state = new URLSearchParams(location.search);
  if (!asks()) state.set("q", "");
  const { scroll, shown: before } = history.state ?? {};
  shown = before ?? {};
  if (!ui) panel();
  if (dialog && !dialog.open) dialog.showModal();
  ui.input.value = state.get("q");
  showing = show().then(() => { if (scroll) scroller().scrollTop = scroll; });
}
addEventListener("popstate", follow);
follow();

document.addEventListener("click", (event) => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !event.target.closest("[data-search]")) return;
  event.preventDefault();
  open();
});
document.addEventListener("keydown", (event) => {
  const { key, altKey, shiftKey, target } = event;
  const typing = target.closest("input, textarea, select, [contenteditable]") && !target.closest("dialog:not([open])");
  if (altKey || shiftKey || !(event.ctrlKey || event.metaKey ? key.toLowerCase() === "k" : key === "/" && !typing)) return;
  event.preventDefault();
  open();
});
})();
