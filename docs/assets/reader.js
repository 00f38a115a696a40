/* Reading: walks through mentions, the switch of links, numbers of paragraphs, copying, cards. No word is changed. */
(() => {
const { $, $$, made, radios, KINDS, capital, counted, load, setting } = dateline, on = addEventListener;

/* == The foot of the window == */
const foot = made(`<div class="foot"><button data-by="-1" aria-label="Previous mention">←</button><p role="status"></p>
<button data-by="1" aria-label="Next mention">→</button><button data-by="0" aria-label="End the walk">×</button></div>`);
const card = made('<div class="card" id="card" hidden><p class="card__name"></p><p></p><p class="card__bar"><span></span></p><p></p><a></a></div>');
const status = $("p", foot);
$("main").append(card);
if ($("[data-walk], [data-copy]")) $("main").append(foot);
let walk, quieten;
function say(words) {
  clearTimeout(quieten);
  foot.classList.toggle("foot--walk", !!walk);
  status.textContent = words;
  if (words && !walk) quieten = setTimeout(say, 5000, "");
}
function step(by, focused) {
  const { anchors, name, at = by < 0 ? 0 : -1 } = walk, { length } = anchors, next = (at + by + length) % length;
  const mention = $(`#${anchors[next]}`);
  location["at" in walk ? "replace" : "assign"](`#${mention.id}`);
  walk.at = next;
  mention.scrollIntoView({ block: "center" });
  if (!mention.hasAttribute("href")) mention.tabIndex = -1;
  if (focused) mention.focus();
  hide();
  say(`${name}: ${next + 1} of ${length}`);
}
const end = () => say(walk = "");
on("hashchange", () => walk && location.hash !== `#${walk.anchors[walk.at]}` && end());
on("click", (event) => {
  const { target, shiftKey } = event, { by, number } = target.dataset, link = target.closest("[data-walk]");
  if (number) navigator.clipboard?.writeText(target.href).then(() => say(`Address of paragraph ${number} copied`), () => {});
  if (by === "0") end();
  else if (by) step(Number(by));
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (walk?.link !== link) walk = { link, anchors: link.dataset.walk.split(" "), name: link.previousElementSibling.textContent };
  step(shiftKey ? -1 : 1, true);
});

/* == Links == of all kinds, one, or none; words stay. */
const mentions = $$('.edition--article [id^="p"] > a[id]');
function showLinks(kind) {
  for (const link of mentions) {
    link.dataset.href ??= link.getAttribute("href");
    if (kind && !link.classList.contains(kind)) link.removeAttribute("href");
    else link.setAttribute("href", link.dataset.href);
  }
  for (const input of $$(".switch input")) input.checked = input.value === kind;
  $(".switch output").value = $(".switch :checked")?.parentNode.textContent;
}
if (mentions[0]) {
  const choice = (name) => `<fieldset class="switch"><legend>Links in the text</legend>${radios(name, "none")}</fieldset>`;
  $("#named").after(made(choice("links")));
  $(".source-line, h1:not(:has(~ .source-line))")
    .after(made(`<details class="switch switch--above"><summary>Links: <output></output></summary>${choice("above")}</details>`));
  showLinks(setting("links"));
  on("change", ({ target }) => { if (target.closest(".switch")) showLinks(setting("links", target.value)); });
}

for (const block of $$('.edition--article p[id^="p"]')) {
  const number = block.id.slice(1);
  block.insertAdjacentHTML("afterbegin",
    `<a class="permalink" href="#p${number}" data-number="${number}" aria-label="Paragraph ${number}: link"></a>`);
}

/* Where copying is forbidden, the text is selected. */
for (const button of $$("[data-copy]")) {
  const label = button.textContent, source = $(`#${button.dataset.copy}`);
  button.hidden = false;
  button.onclick = async () => {
    let done = "Copied";
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
    } catch {
      getSelection().selectAllChildren(source);
      done = "Selected: copy it now";
    }
    say(button.textContent = done);
    setTimeout(() => { button.textContent = label; }, 3000);
  };
}

/* An address of details opens them; where it is inside of them, browsers do. */
for (const type of ["hashchange", "load"]) on(type, () => $("details:target")?.setAttribute("open", ""));

/* == Cards == under mouse or focus, not where an address led; by a long press, with a link. */
const [title, what, bar, weight, more] = card.children;
let shown, wanted, timer, press, touched, held;
const linkAt = ({ target }) => target.closest?.("main :is(.person, .organization, .place)[href]");

const entity = (link) => load("data/names.js").then(() => {
  const id = decodeURI(link.pathname).replace("index.html", "").split("/").at(-2);
  return dateline.names.entities.find((one) => one[1] === id);
}, () => {}); // without the list of names there are no cards
async function show(link) {
  const found = await entity(link);
  if (!found || wanted !== link) return;
  shown?.removeAttribute("aria-describedby");
  shown = link;
  const [kind, , name, , role, articles] = found, whole = dateline.names.articles;
  title.textContent = name;
  what.textContent = capital(KINDS[kind]) + (role && ` · ${role}`);
  weight.textContent = `In ${articles || "none"} of ${counted(whole, "article")}`;
  bar.firstChild.style.width = `${100 * articles / whole}%`;
  more.href = link.href;
  more.textContent = `All about ${name}`;
  more.hidden = !held;
  card.role = held ? "dialog" : "tooltip";
  card.ariaLabel = held ? name : null;
  card.hidden = false;
  place(...link.getClientRects());
  if (held) more.focus();
  else link.setAttribute("aria-describedby", "card");
}
function place(first, ...others) {
  const { left, bottom } = others.at(-1) ?? first, height = card.offsetHeight + 6;
  const below = bottom + height < innerHeight || first.top < height;
  const rightmost = document.body.clientWidth - card.offsetWidth - 8;
  card.style.left = `${scrollX + Math.max(8, Math.min(left, rightmost))}px`;
  card.style.top = `${scrollY + (below ? bottom + 6 : first.top - height)}px`;
}
function hide() {
  clearTimeout(timer);
  shown?.removeAttribute("aria-describedby");
  held = wanted = shown = null;
  card.hidden = true;
}
function aim(event) {
  const link = linkAt(event);
  if (held || event.pointerType === "touch" || (!link && wanted?.matches(":focus-visible"))) return;
  clearTimeout(timer);
  if (card.contains(event.target) || (link && link === shown)) return;
  wanted = link;
  if (!link) timer = setTimeout(hide, 200);
  else if (event.type !== "focusin" || link.matches(`:focus-visible${event.relatedTarget ? "" : ":not(:target)"}`)) {
    entity(link);
    timer = setTimeout(show, 250, link);
  }
}
function hold(event) {
  event?.preventDefault();
  held = wanted = touched;
  show(held);
}
on("pointerover", aim);
on("focusin", aim);
on("pointerdown", (event) => {
  if (card.contains(event.target)) return;
  hide();
  touched = event.pointerType === "touch" && linkAt(event);
  if (touched) press = setTimeout(hold, 500);
});
for (const type of ["pointerup", "pointercancel"]) on(type, () => clearTimeout(press));
on("contextmenu", (event) => { if (touched && linkAt(event) === touched) hold(event); });
on("touchend", (event) => { if (held && linkAt(event) === held) event.preventDefault(); }, { passive: false });
on("keydown", ({ key }) => {
  if (key !== "Escape") return;
  const focused = document.activeElement, link = card.contains(focused) ? shown : !shown && walk?.link;
  if (link && focused !== link) link.focus();
  else if (link) end();
  hide();
});
on("pagehide", hide);
})();
