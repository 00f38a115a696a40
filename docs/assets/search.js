/*
  Search: a dialog over any page, and the same panel on the search page. Pagefind does the searching; it is fetched when
  the dialog first opens. Without this script every [data-search] is a plain link to the search page.

  pagefind/bundles.json, written by the build, lists one index for each kind of page and each year of articles:
  [{"path": "people", "kind": "person"}, …, {"path": "articles-2020", "kind": "article", "year": "2020"}].
  Why not one index with filters: Pagefind writes filters in a different order each time it runs.
*/
const BASE = dateline.base;
const KINDS = { person: "People", organization: "Organizations", place: "Places", article: "Articles" };
const FIRST = 12; // how many results of a kind are read, and put in order, before any is shown
const STEP = { article: 8, other: 4 }; // how many of a kind are shown at first, and added by "More"

/* An entity is found by its name before its description, an article by its headline before its text. */
const RANKING = {
  entity: { metaWeights: { name: 20, title: 5, description: 0, mentions: 0 } },
  article: { metaWeights: { title: 5, date: 0, publisher: 0 } },
};

/* Pagefind and the list of indexes: begun once, at the first use, and again after a failure. */
let engine;
function start() {
  engine ??= load().catch((error) => { engine = undefined; throw error; });
  return engine;
}

async function load() {
  const folder = new URL("pagefind/", BASE);
  const answer = await fetch(new URL("bundles.json", folder));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const bundles = await answer.json();
  const [first, ...others] = bundles.map(({ path, kind, year }) => ({
    path: new URL(`${path}/`, folder),
    options: {
      baseUrl: BASE.pathname,
      mergeFilter: year ? { kind, year } : { kind },
      ranking: RANKING[kind] ?? RANKING.entity,
    },
  }));
  const pagefind = await import(new URL("pagefind.js", first.path));
  await pagefind.options(first.options);
  await pagefind.init();
  await Promise.all(others.map(({ path, options }) => pagefind.mergeIndex(path.pathname, options)));
  return { pagefind, years: [...new Set(bundles.map(({ year }) => year).filter(Boolean))].sort().reverse() };
}

/*
  Pagefind joins what a hyphen parts: `Jong-un` becomes `jongun`, which misses `Jong Un`. So a query with hyphens is also
  asked with spaces, and the better score of a page counts.
*/
async function find(pagefind, query, filters) {
  const wordings = new Set([query, query.replace(/\p{Pd}/gu, " ")]);
  const answers = await Promise.all([...wordings].map((wording) => pagefind.search(wording, { filters })));
  const best = new Map();
  for (const result of answers.flatMap((answer) => answer.results)) {
    if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/*
  The kinds that have results, in the order they are shown: people, organizations and places that bear the name asked
  for, those that only mention it, articles. Within a kind, who is called just that comes first, then the better score,
  then, where scores are level (`Kim`), the one mentioned most.
*/
async function groups(query, kind, year) {
  const { pagefind } = await start();
  const kinds = kind ? [kind] : year ? ["article"] : Object.keys(KINDS);
  const found = await Promise.all(kinds.map(async (kind) => {
    const results = await find(pagefind, query, kind === "article" && year ? { kind, year } : { kind });
    const first = await pages(results.slice(0, FIRST), query);
    if (kind !== "article") first.sort((a, b) => closeness(query, a, b));
    const rank = kind === "article" ? 2 : first.length && nameAsked(first[0].page.meta, query) ? 0 : 1;
    return { kind, rank, results: first.length ? [...first, ...results.slice(FIRST)] : [] };
  }));
  return found.filter(({ results }) => results.length).sort((a, b) => a.rank - b.rank);
}

function closeness(query, a, b) {
  const exact = ({ page: { meta } }) => forms(meta).some((form) => fold(form) === fold(query));
  const mentions = ({ page }) => Number(page.meta.mentions ?? 0);
  return exact(b) - exact(a) || Math.round(b.score) - Math.round(a.score) || mentions(b) - mentions(a);
}

/*
  The pages of results, without chance hits: for a word it has never seen, Pagefind takes any word that begins it, and
  `Erdogan` finds `Er`. A page counts that has the beginning of each word asked for, or all of it across a hyphen.
*/
async function pages(results, query) {
  const words = fold(query).split(" ");
  const read = await Promise.all(results.map(async (result) => ({ ...result, page: await result.data() })));
  return read.filter(({ page: { meta, content } }) => {
    const text = ` ${fold(`${forms(meta).join(" ")} ${content}`)}`;
    const joined = text.replaceAll(" ", "");
    return words.every((word) => text.includes(` ${word.slice(0, Math.max(3, word.length * 0.6))}`) || joined.includes(word));
  });
}

/* Elements are made, never written as HTML: a headline is only ever text. */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/* Pagefind's excerpt is text with <mark>, in which it has escaped < and >. */
function excerpt(html) {
  let marked = false;
  return html.split(/(<\/?mark>)/).flatMap((piece) => {
    if (/^<\/?mark>$/.test(piece)) { marked = piece === "<mark>"; return []; }
    const text = piece.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    return marked ? element("mark", {}, text) : text;
  });
}

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const forms = ({ title, name = "" }) => [title, ...name.split(" · ")];

/* The form of the name that has every word asked for, the heading before all others. */
function nameAsked(meta, query) {
  const words = fold(query).split(" ");
  return forms(meta).find((form) => words.every((word) => ` ${fold(form)}`.includes(` ${word}`)));
}

/* The paragraph that the excerpt is from: the address of the result ends in it, and the page marks it. */
function paragraph({ anchors = [], weighted_locations: hits = [] }) {
  const dense = ({ location: from }) => hits.reduce((sum, { location, balanced_score: score }) =>
    sum + (location >= from && location < from + 30 ? score : 0), 0);
  const best = hits.reduce((a, b) => (a && dense(a) >= dense(b) ? a : b), undefined);
  const before = anchors.filter(({ element, location }) => /^(p|h\d)$/.test(element) && location <= best?.location);
  return before.length ? `#${before.at(-1).id}` : "";
}

function day(date) {
  const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return date ? new Date(`${date}T00:00Z`).toLocaleDateString("en-GB", form) : "";
}

function item(kind, { url, excerpt: text, meta, ...page }, query) {
  const article = kind === "article";
  const link = element("a", { href: url + (article ? paragraph(page) : ""), className: `result result--${kind}` });
  link.append(element("span", { className: "result__title" }, meta.title));
  const form = article ? undefined : nameAsked(meta, query);
  const also = form && form !== meta.title ? `also ${form}` : "";
  const note = article ? [day(meta.date), meta.publisher].filter(Boolean).join(" · ") : also;
  if (note) link.append(" ", element("span", { className: "result__note" }, note));
  const words = article ? ["… ", ...excerpt(text), " …"] : [meta.description ?? ""];
  link.append(element("span", { className: "result__text" }, ...words));
  return element("li", {}, link);
}

/* One kind under its heading; "More" adds the next few and moves on to the first of them. */
async function section({ kind, results }, query) {
  const list = element("ul");
  const more = element("button", { type: "button", className: "finder__more" }, "More");
  const step = STEP[kind] ?? STEP.other;
  let shown = 0;
  const add = async () => {
    const next = await pages(results.slice(shown, shown += step), query);
    const items = next.map(({ page }) => item(kind, page, query));
    list.append(...items);
    more.hidden = shown >= results.length;
    return items;
  };
  more.addEventListener("click", async () => (await add())[0]?.querySelector("a").focus());
  await add();
  return element("section", {}, element("h2", {}, KINDS[kind]), list, more);
}

/* The search field, its filters and what was found. */
function panel() {
  const input = element("input", {
    type: "search", className: "finder__input", placeholder: "Name, place or word",
    ariaLabel: "Search", autocomplete: "off", spellcheck: false,
  });
  const kinds = element("fieldset", {}, element("legend", {}, "Kind"));
  for (const [kind, label] of Object.entries({ "": "All", ...KINDS })) {
    const radio = element("input", { type: "radio", name: "kind", value: kind, checked: !kind });
    kinds.append(element("label", {}, radio, element("span", {}, label)));
  }
  const year = element("select", {}, element("option", { value: "" }, "All years"));
  const years = element("label", { className: "finder__years", hidden: true }, element("span", {}, "Year "), year);
  const status = element("p", { className: "finder__status", role: "status" });
  const found = element("div", { className: "finder__found" });
  const filters = element("div", { className: "finder__filters" }, kinds, years);
  const form = element("form", { className: "finder", role: "search" }, input, filters, status, found);

  let turn = 0; // answers may overtake one another: only the latest question is answered
  async function run() {
    const mine = ++turn;
    const query = input.value.trim();
    if (!query) { found.replaceChildren(); status.textContent = ""; return; }
    try {
      const kind = form.elements.kind.value;
      const parts = await Promise.all((await groups(query, kind, year.value)).map((group) => section(group, query)));
      if (mine !== turn) return;
      found.replaceChildren(...parts);
      status.textContent = parts.length ? "" : `Nothing found for “${query}”.`;
    } catch (error) {
      console.error(error);
      if (mine === turn) status.textContent = location.protocol === "file:"
        ? "Search needs a web server: it does not work in pages opened from a folder."
        : "The search index could not be loaded.";
    }
  }
  let pause;
  input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(run, 120); });
  form.addEventListener("change", (event) => {
    if (event.target === year && year.value) form.elements.kind.value = "article"; // only articles have a year
    if (event.target.name === "kind" && event.target.value && event.target.value !== "article") year.value = "";
    if (event.target !== input) run();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    found.querySelector("a")?.click();
  });
  form.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...found.querySelectorAll("a, button:not([hidden])")];
    const here = stops.indexOf(document.activeElement);
    if (!step || here < 0) return;
    event.preventDefault();
    stops[Math.min(Math.max(here + step, 0), stops.length - 1)].focus();
  });
  start().then((ready) => {
    years.hidden = ready.years.length < 2;
    year.append(...ready.years.map((value) => element("option", { value }, value)));
  }).catch(() => {}); // said when something is asked
  return { form, input, run };
}

let dialog, field;
function open() {
  if (!field) {
    const { form, input } = panel();
    const close = element("button", { type: "button", className: "finder__close" }, "Close");
    close.addEventListener("click", () => dialog.close());
    dialog = element("dialog", { className: "finder-dialog", ariaLabel: "Search" }, close, form);
    dialog.addEventListener("click", (event) => { // beside the dialog, or on a result on this very page
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    dialog.addEventListener("keydown", (event) => { // by itself a search field takes the first Escape to empty itself
      if (event.key === "Escape") { event.preventDefault(); dialog.close(); }
    });
    document.body.append(dialog);
    field = input;
  }
  if (dialog && !dialog.open) dialog.showModal();
  field.focus();
  field.select();
}

document.addEventListener("click", (event) => {
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!plain || !event.target.closest("[data-search]")) return;
  event.preventDefault();
  open();
});
document.addEventListener("keydown", (event) => {
  const closed = dialog && !dialog.open && dialog.contains(event.target); // the focus leaves it a frame after it closes
  const typing = !closed && event.target.closest("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (!slash && !k) return;
  event.preventDefault();
  open();
});

/* On the search page the panel stands in the page, and ?q=… asks at once. */
const instead = document.querySelector(".edition--search .without-script");
if (instead) {
  const { form, input, run } = panel();
  instead.replaceWith(form);
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  field = input;
  open();
  run();
}
