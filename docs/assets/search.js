/* Search, in a dialog or on the search page: names in data/names.js, words by Pagefind. Its state is in the address. */
(() => {
const { inFolder, $, $$, element, made, radios, url, load, KINDS, many, counted, capital, plain, wordsOf } = dateline;
const STEP = 8; // shown at first, added by "More"
const ALL = 30; // articles read at once and counted
const PAUSE = 120; // milliseconds before articles are searched

/* All words; those of names; phrases in quotation marks; the others. */
function question(text) {
  const pieces = text.split(/["“”]/).map(wordsOf), words = pieces.flat();
  const names = words.filter((word) => !/^(mr?s?|dr)$/.test(word));
  const phrases = pieces.filter(([word], i) => word && i % 2), loose = pieces.flatMap((piece, i) => i % 2 ? [] : piece);
  return { words, names: names[0] ? names : words, phrases, loose };
}

/* == Names == with their forms ready: " kim jong un kimjongun jongun un ". */
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

/* 0: all words of the form, in any order; 1: whole words; 2: beginnings; 3: with words of the role; 9: nothing. */
const close = ({ names, phrases }) => ({ words, all }, role) => {
  const begins = (word) => all.includes(` ${word}`), whole = (word) => begins(`${word} `), joined = names.join("");
  if (!phrases.every((phrase) => whole(phrase.join(" ")))) return 9;
  if (names.every(whole)) return names.length === words.length ? 0 : 1;
  if (names.every(begins) || begins(joined)) return 2;
  return names.some(whole) && names.every((word) => (all + role).includes(` ${word}`)) ? 3 : 9;
};

/* 4: every word, or some, but for a letter changed, missing, added, or two exchanged. */
function misspelt({ names, phrases }, how = "every") {
  const slips = names.map((word) => new RegExp(`^(${word[3] ? [...word].map((letter, i) => {
    const before = word.slice(0, i), after = word.slice(i + 1);
    return `${before}(.?${after}|.${letter}${after}|${after.slice(0, 1)}${letter}${after.slice(1)})`;
  }).join("|") : word})`));
  return ({ words }) => !phrases[0] && slips[how]((slip) => words.some((word) => slip.test(word))) ? 4 : 9;
}

const ranked = (closeness) => entities.flatMap((entity) => {
  const ranks = entity.forms.map((form, i) => closeness(form, entity.role) + (i && .5)), rank = Math.min(...ranks);
  return rank < 9 ? { ...entity, rank, form: entity.forms[ranks.indexOf(rank)] } : [];
}).sort((a, b) => a.rank - b.rank); // equals stay by mentions

function namesFound(asked, kind, articles) {
  const any = asked.words[0];
  let found = any || kind ? ranked(close(asked)) : [];
  if (any && !found[0]) found = ranked(misspelt(asked));
  found = found.filter((one) => !kind || one.kind === kind);
  if (!articles) return found;
  const counts = entities.map(() => 0);
  for (const { named } of articles) for (const at of named) counts[at]++;
  found = found.map((one) => ({ ...one, count: counts[one.at] })).filter(({ count }) => count);
  return any ? found : found.sort((a, b) => b.count - a.count);
}

let state; // the question and its filters, as in the address
const filters = () => [...state].filter(([field]) => field !== "q" && field !== "kind");
const entityOf = ([kind, id]) => entities.find((one) => one.kind === kind && one.id === id);
const label = (one) => entityOf(one)?.name ?? one[1];

async function passing() {
  await load("data/articles.js");
  const any = (field, value) => !state.has(field) || state.has(field, value);
  const wanted = filters().filter(([field]) => KINDS.includes(field)).map(entityOf);
  return dateline.articles.list.map(([id, title, date, publisher, named], at) =>
    ({ at, url: url(`articles/${id}/`), title, date, publisher: dateline.names.publishers[publisher] ?? "", named }))
    .filter(({ date, publisher, named }) =>
      any("year", date.slice(0, 4)) && any("publisher", publisher) && wanted.every((one) => named.includes(one?.at)));
}

/* == Articles == Pagefind knows a phrase only if it is all that is asked. */
async function results({ phrases: [phrase, other], loose, words }, articles) {
  const { search } = await import(url("pagefind/pagefind.js"));
  const { results } = await search(phrase && !other && !loose[0] ? `"${phrase.join(" ")}"` : words.join(" "));
  if (!articles) return results;
  await load("pagefind/fragments.js");
  const ids = new Set(articles.map(({ at }) => dateline.fragments[at]));
  return results.filter(({ id }) => ids.has(id));
}

/* Phrases exactly; words as a beginning, or by their stem. */
const finder = (letters) => new RegExp(`(?<![\\p{L}\\p{N}])${letters}`, "gu");
const stem = (word) => /\d/.test(word) ? word : word.slice(0, Math.max(4, word.length - 3)).replace(/[iy]$/, "[iy]"); // armies
const finders = ({ loose, phrases }) => [
  ...phrases.map((phrase) => [finder(`${phrase.join("[^\\p{L}\\p{N}.!?]+")}(?![\\p{L}\\p{N}])`)]),
  ...loose.map((word) => [finder([...word].join("[\\p{Pd}']?")), finder(`${stem(word)}\\p{L}{0,4}`)]),
];
const SENTENCES = /(?<=[.!?…]["'”’»)\]]*)(?<!(?:^|[\s(“"])(?:(?:\p{L}\.)?\p{L}|Mrs?|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|Gov|No)\.)\s+(?=["“‘(\[]*[\p{Lu}\p{N}])/u;

/* The article with its best sentence; nothing where a word is missing: for `Erdogan`, Pagefind finds `Er`. */
async function passage(result, asked) {
  const { content, anchors, meta, url: page } = await result.data();
  const blocks = anchors.filter(({ id }) => /^p[1-9]\d*$/.test(id));
  blocks.unshift({ id: "", text: content.split(blocks[0]?.text)[0] }); // the standfirst
  const all = plain([meta.title, ...blocks.map(({ text }) => text)].join("\n"));
  const found = finders(asked).map((these) => these.find((one) => all.search(one) >= 0));
  if (found.includes(undefined)) return [];
  const has = (text) => found.filter((one) => plain(text).search(one) >= 0).length;
  const [best] = blocks.flatMap(({ id, text }) => text.trim().split(SENTENCES).map((text) => ({ id, text, has: has(text) })))
    .sort((a, b) => b.has - a.has);
  const find = new RegExp(`(${found.map(({ source }) => source).join("|")})`, "u");
  const shown = { title: marked(meta.title, find), text: marked(best.text, find) };
  return articleItem({ ...meta, ...shown, url: page + (best.id && `#${best.id}`) });
}

function marked(text, find) {
  let at = 0;
  return plain(text).split(find).map(({ length }, i) => {
    const piece = text.slice(at, at += length);
    return i % 2 ? element("mark", {}, piece) : piece;
  });
}

const button = (text, onclick, more = "", className = "") =>
  element("button", { type: "button", onclick, className, ariaLabel: text + more }, text);
const dotted = (...facts) => facts.filter(Boolean).join(" · ");
const item = (href, kind, title, note, facts, ...more) => element("li", {}, element("a", { href, className: "result" },
  element("b", { className: kind }, title), " ", element("small", {}, note), " ", element("span", {}, facts)), ...more);

const articleItem = ({ url, title, date, publisher, text = "" }) => item(url, "", title,
  dotted(date && new Date(date).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" }), publisher), text);

function nameItem({ kind, id, name, what, forms, form, rank, count }) {
  const also = form === forms[0] ? "" : [rank < 4 ? "also " : "spelled ", element("span", { lang: form.lang }, form.form)];
  const filter = (event) => {
    state.append(kind, id);
    state.set("q", "");
    state.delete("kind");
    change(event);
  };
  const facts = dotted(capital(kind), what.replace(/\.$/, ""), counted(count, "article"));
  return item(url(`${many(kind)}/${id}/`), kind, name, also, facts,
    state.has(kind, id) ? "" : button("+ Filter", filter, ` by ${name}`));
}

/* A list with its "More". Where `make` gives nothing, the next are taken. */
let shown; // how far each list is
async function section(heading, all, make) {
  const list = element("ul"), wanted = shown[heading] ?? STEP;
  const add = async (to) => {
    const old = list.childElementCount;
    do {
      list.append(...(await Promise.all(all.slice(shown[heading], shown[heading] = to).map(make))).flat());
      more.hidden = to >= all.length;
      to += STEP;
    } while (list.childElementCount === old && !more.hidden);
    return list.children[old]?.firstChild;
  };
  const more = button("More", async () => (await add(shown[heading] + STEP))?.focus());
  shown[heading] = 0;
  await add(wanted);
  return list.firstChild ? [element("h2", {}, heading), list, more] : [];
}

async function help(asked) {
  const near = await section("Did you mean", ranked(misspelt(asked, "some")).slice(0, 3), nameItem);
  const less = [...state].filter(([field, value]) => value && field !== "q")
    .map((one) => button(`Without ${label(one)}`, without(one)));
  const link = (text, path) => element("a", { href: url(path) }, text);
  const lists = KINDS.flatMap((kind) => [" · ", link(`All ${many(kind)}`, `${many(kind)}/`)]);
  return [...near, ...less, stand ? "" : element("p", {}, link("How to search", "search/"), lists)];
}

let showing, slow, turn = 0;

/* Names at once, articles after a pause. The last turn counts. */
async function show(changed) {
  clearTimeout(slow);
  slow = setTimeout(() => { status.textContent = "Searching…"; }, 500);
  const mine = ++turn, kind = state.get("kind") ?? "", text = state.get("q").trim(), asked = question(text), said = [];
  try {
    await readNames();
    const articles = (kind === "article" || filters()[0]) && await passing();
    if (mine !== turn) return;
    showFilters(kind);
    const names = namesFound(asked, kind, articles), similar = names[0]?.rank >= 4;
    const list = await section(similar ? "Similar names" : capital(many(kind || "name")), names, nameItem);
    forNames.replaceChildren(...similar ? [] : list);
    if (names[0]) said.push(counted(names.length, similar ? "similar name" : kind || "name"));
    if (asked.words[0]) await new Promise((done) => setTimeout(done, PAUSE));
    if (mine !== turn) return;
    if (changed) remember();
    const read = !kind || kind === "article" ? await articlesFound(asked, articles, said) : [];
    const more = similar ? list : names[0] || read[0] ? [] : await help(asked);
    if (mine !== turn) return;
    forArticles.replaceChildren(...read, ...more);
  } catch {
    if (mine !== turn) return;
    said.push(inFolder ? "for the words of articles, open this folder through a web server" : "the articles cannot be searched now");
    forArticles.replaceChildren();
  }
  clearTimeout(slow);
  status.textContent = capital(dotted(...said) || text && `Nothing found for “${text}”`);
}

/* Where the best have not all that is asked, none has, but for several phrases. */
async function articlesFound(asked, articles, said) {
  const any = asked.words[0];
  if (any && inFolder) throw new Error("A folder has no modules.");
  const all = any ? await results(asked, articles) : articles || [];
  const make = (one) => one.data ? passage(one, asked) : one.url ? articleItem(one) : one;
  const read = any ? all.length > ALL ? STEP : ALL : 0, rest = all.slice(read);
  const first = (await Promise.all(all.slice(0, read).map(make))).flat();
  if (read && !first[0] && !asked.phrases[0]) return [];
  if (first[0] || rest[0]) said.push(read && rest[0] ? "articles by relevance" : counted(first.length + rest.length, "article"));
  return section("Articles", [...first, ...rest], make);
}

function showFilters(kind) {
  const { elements } = form;
  for (const radio of elements.kind) radio.checked = radio.value === kind;
  for (const field of ["year", "publisher"]) {
    const free = dateline.names[`${field}s`].filter((one) => !state.has(field, one));
    elements[field].replaceChildren(...["", ...free].map((value) => new Option(value || `Any ${field}`, value)));
    elements[field].hidden = !free[1];
  }
  chips.replaceChildren(...filters().map((one) => button(`${label(one)} ×`, without(one), " remove this filter", one[0])));
}

function change({ type }) {
  shown = {};
  if (type === "click") { // the button will be gone
    input.value = state.get("q");
    input.focus();
  }
  showing = show(true);
}
const without = (one) => (event) => { state.delete(...one); change(event); };
const remember = () => history.replaceState({ ...history.state, shown, scroll: scroller.scrollTop }, "", `?${state}${location.hash}`);

const dialog = made(`<dialog class="finder-dialog" aria-label="Search" closedby="any"><form class="finder" role="search"><input
type="search" name="q" placeholder="Name, place or word" aria-label="Search" autocomplete="off" spellcheck="false"><div
class="finder__filters"><fieldset aria-label="Kind">${radios("kind", "article")}</fieldset><select name="year" aria-label="Year"
hidden></select><select name="publisher" aria-label="Publisher" hidden></select></div><div class="finder__chips"></div><p
role="status"></p><div class="finder__found"><section></section><section></section></div></form><button>Close</button></dialog>`), form = dialog.firstChild, [input, , chips, status, found] = form.children;
const [forNames, forArticles] = found.children;
const stand = $(".edition--search .without-script"); // on the search page the panel takes its place
const scroller = stand ? document.scrollingElement : found;
if (stand) stand.replaceWith(form);
else document.body.append(dialog);

form.oninput = (event) => {
  const { name, value } = event.target;
  state[name === "q" || name === "kind" ? "set" : "append"](name, value);
  change(event);
};
form.onsubmit = async (event) => {
  event.preventDefault();
  if (!forNames.firstChild) await showing;
  $("a", found)?.click();
};
form.onkeydown = (event) => {
  const stops = [input, ...$$("a", found)], step = { ArrowDown: 1, ArrowUp: -1 }[event.key], at = stops.indexOf(event.target);
  if (event.key === "Escape" && !stand) leave(event);
  if (!step || at < 0) return;
  event.preventDefault();
  stops[Math.max(at + step, 0)]?.focus();
};
found.onclick = remember;

function open(event) {
  event.preventDefault();
  if (!stand && !dialog.open) {
    history.pushState({ finder: true, shown }, "", `?${state ?? "q="}${location.hash}`);
    follow();
  }
  input.focus();
  input.select();
}
function leave(event) {
  event.preventDefault();
  if (history.state?.finder) return history.back();
  history.replaceState(null, "", location.pathname + location.hash);
  follow();
}
dialog.oncancel = dialog.lastChild.onclick = leave;

function follow() {
  const asked = new URLSearchParams(location.search), { scroll, shown: before = {} } = history.state ?? {};
  if (!stand && !asked.has("q")) {
    turn++;
    input.blur();
    return dialog.close();
  }
  state = asked;
  if (!asked.has("q")) state.set("q", "");
  shown = before;
  if (!stand && !dialog.open) dialog.showModal();
  input.value = state.get("q");
  showing = show().then(() => { if (scroll) scroller.scrollTop = scroll; });
}
addEventListener("popstate", follow);
follow();

addEventListener("click", (event) => {
  if (!event.metaKey && !event.ctrlKey && !event.shiftKey && event.target.closest("[data-search]")) open(event);
});
addEventListener("keydown", (event) => {
  const { key, target } = event, typing = target.closest("input, textarea, select, [contenteditable]");
  if (event.ctrlKey || event.metaKey ? key === "k" : key === "/" && !typing) open(event);
});
})();
