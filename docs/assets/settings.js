/* What must be there before a page is painted: the reader's settings, all that is stored. Then what scripts share. */
window.dateline = (() => {
const root = document.documentElement;
const base = new URL("../", document.currentScript.src);
const inFolder = location.protocol === "file:"; // nothing may be fetched

/* The value of a setting; a second word is kept. */
function setting(name, value) {
  const key = `dateline.${name}`;
  try {
    if (value) localStorage.setItem(key, value);
    else if (value === "") localStorage.removeItem(key);
    value ??= localStorage.getItem(key);
  } catch { /* forbidden: it holds for this page */ }
  return root.dataset[name] = value || "";
}

root.classList.add("scripted");
setting("links");
let theme = setting("theme");
const NEXT = { "": "light", light: "dark", dark: "" };
addEventListener("DOMContentLoaded", () => {
  const button = $("[data-theme-switch]");
  const say = () => { button.ariaLabel = button.title = `Colours: ${theme || "as the system"}. Change`; };
  button.onclick = () => say(theme = setting("theme", NEXT[theme] ?? ""));
  button.hidden = false;
  say();
});

/* Pages opened from a folder have no server that finds index.html. */
if (inFolder) addEventListener("click", ({ target }) => {
  const link = target.closest("a[href]");
  if (link?.protocol === "file:") link.pathname = link.pathname.replace(/\/$/, "/index.html");
}, true);

const $ = (selector, inside = document) => inside.querySelector(selector);
const $$ = (selector, inside = document) => [...inside.querySelectorAll(selector)];

/* What comes from articles and registry is only ever text, never HTML. */
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.flat());
  return made;
}
const made = (innerHTML) => element("div", { innerHTML }).firstChild;

/* Data are scripts, for pages opened from a folder load nothing else. */
const url = (path) => new URL(path, base), loading = {};
const load = (path) => loading[path] ??= new Promise((resolve, reject) => {
  const onerror = (event) => { delete loading[path]; reject(event); };
  document.head.append(element("script", { src: url(path), onload: resolve, onerror }));
});

const KINDS = ["person", "organization", "place", "article"]; // entities by number, as in data/names.js
const many = (noun) => noun === "person" ? "people" : `${noun}s`;
const counted = (count, noun) => `${count.toLocaleString("en")} ${count === 1 ? noun : many(noun)}`;
const capital = (text) => text && text[0].toUpperCase() + text.slice(1);
const radios = (name, last) => ["", ...KINDS.slice(0, 3), last].map((value) => `<label><input type="radio" name="${name}" value="${value}">
  ${{ "": "All", none: "None" }[value] ?? capital(many(value))}</label>`).join("");

/* No accents, no capitals. One letter for one letter, so that places in a text stay where they are. */
const plain = (text) => text.replace(/[^\0-\x7f가-힣]/g, (letter) => letter.normalize("NFD")[0]).toLowerCase()
  .replace(/[’‘ʼłøđı]/g, (letter) => ({ ł: "l", ø: "o", đ: "d", ı: "i" })[letter] ?? "'");
const wordsOf = (text) => plain(text.normalize()).replace(/'/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];

return { inFolder, setting, $, $$, element, made, radios, url, load, KINDS, many, counted, capital, plain, wordsOf };
})();
