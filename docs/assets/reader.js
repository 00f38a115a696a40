/*
  Reading: which links are shown, walks through mentions, addresses of paragraphs, copying, cards on links.
  Without it every word and link is there; it changes none of them.
*/
(() => {
  const root = document.documentElement, text = document.querySelector(".edition--article");
  const on = (type, then, options) => document.addEventListener(type, then, options);
  const made = (tag, name, inside) => Object.assign(document.createElement(tag), { className: name, innerHTML: inside });
  let silent = false; // while a script moves the focus, no card opens
  const quietly = (then) => { silent = true; then(); silent = false; };
  const focus = (node) => quietly(() => node.focus());

  /* The foot of the window: what was done, and the way through the mentions of a name. */
  let walk, quieten;
  const foot = made("div", "foot", '<button data-by="-1" aria-label="Previous mention">←</button><p role="status"></p>'
    + '<button data-by="1" aria-label="Next mention">→</button><button data-end aria-label="End the walk">×</button>');
  document.querySelector(".edition")?.append(foot);
  function say(words) {
    clearTimeout(quieten);
    foot.classList.toggle("foot--walk", Boolean(walk));
    foot.querySelector("p").textContent = words;
    if (!walk) quieten = setTimeout(say, 5000, "");
  }
  /* Each step leads to the next mention, and the address tells which. */
  function step(by, focused) {
    const { anchors, name, at } = walk, all = anchors.length;
    const next = walk.at = ((at ?? (by < 0 ? 0 : -1)) + by + all) % all, mention = document.getElementById(anchors[next]);
    quietly(() => location[at === undefined ? "assign" : "replace"](`#${mention.id}`)); // moves the focus, too
    mention.scrollIntoView({ block: "center" });
    if (!mention.hasAttribute("href")) mention.tabIndex = -1;
    if (focused) focus(mention);
    say(`${name}: ${next + 1} of ${all}`);
  }
  const end = () => { walk = null; say(""); };
  on("click", (event) => {
    const { target } = event, link = target.closest("[data-walk]");
    if (target.matches("[data-by]")) step(Number(target.dataset.by));
    if (target.matches("[data-end]")) end();
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const anchors = link.dataset.walk.split(" ");
    if (walk?.link !== link) walk = { link, anchors, name: link.previousElementSibling.textContent };
    step(event.shiftKey ? -1 : 1, true);
  });

  /* Links of all kinds, of one, or none. What is no link leaves the tab order; its words and its anchor stay. */
  const KINDS = { "": "All", person: "People", organization: "Organizations", place: "Places", none: "None" };
  const mentions = text?.querySelectorAll('[id^="p"] > a[id]') ?? [];
  function showLinks(kind) {
    for (const link of mentions) {
      link.dataset.href ??= link.getAttribute("href");
      if (kind && !link.classList.contains(kind)) link.removeAttribute("href");
      else link.setAttribute("href", link.dataset.href);
    }
    for (const input of text.querySelectorAll(".switch input")) input.checked = input.value === kind;
    text.querySelector(".switch output").textContent = KINDS[kind];
  }
  const choices = (name) => `<fieldset class="switch"><legend>Links in the text</legend>${Object.entries(KINDS).map(
    ([kind, label]) => `<label><input type="radio" name="${name}" value="${kind}">${label}</label>`).join("")}</fieldset>`;
  if (mentions.length) {
    text.querySelector("#named").insertAdjacentHTML("afterend", choices("links"));
    text.querySelector(".source-line, h1:not(:has(~ .source-line))").insertAdjacentHTML("afterend",
      `<details class="switch switch--above"><summary>Links: <output></output></summary>${choices("above")}</details>`);
    showLinks(root.dataset.links in KINDS ? root.dataset.links : "");
    on("change", ({ target }) => { if (target.closest(".switch")) showLinks(dateline.setting("links", target.value)); });
  }

  /* The number of a paragraph is its address: seen on approach, copied by choosing it. */
  for (const { id } of text?.querySelectorAll('p[id^="p"]') ?? []) {
    const number = id.slice(1), link = made("a", "permalink", "");
    Object.assign(link, { href: `#${id}`, ariaLabel: `Paragraph ${number}: link` }).dataset.number = number;
    link.onclick = () => navigator.clipboard?.writeText(link.href).then(() => say(`Address of paragraph ${number} copied`), () => {});
    document.getElementById(id).prepend(link);
  }

  /* Buttons that copy the text of another element; where that is forbidden, the text is selected. */
  for (const button of document.querySelectorAll("[data-copy]")) {
    const label = button.textContent, source = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.onclick = async () => {
      let done = "Copied";
      try {
        await navigator.clipboard.writeText(source.textContent.trim());
      } catch {
        getSelection().selectAllChildren(source);
        if (!document.execCommand("copy")) done = "Selected: copy it now";
      }
      say(button.textContent = done);
      setTimeout(() => { button.textContent = label; }, 3000);
    };
  }

  /* An address of closed details, or inside of them, opens them. */
  for (const type of ["hashchange", "load"]) addEventListener(type, () => {
    const target = document.querySelector(":target"), details = target?.closest("details:not([open])");
    if (details) details.open = true, target.scrollIntoView();
  });

  /*
    Cards: who it is that a link leads to. By mouse and focus a card describes the link, and goes when neither is
    pointed at. A long press is no click: it opens a card with a link in it, and a touch elsewhere closes that.
  */
  const LINK = "main :is(.person, .organization, .place)[href]";
  const NOUNS = ["Person", "Organization", "Place"];
  const card = made("div", "card", '<p class="card__name"></p><p></p><p class="card__bar"><span></span></p><p></p><a></a>');
  const [title, what, bar, weight, more] = card.children;
  let shown, wanted, timer, press, touched, held;
  card.id = "card";
  card.hidden = true;
  document.querySelector("main")?.append(card);
  const linkAt = ({ target }) => target.closest?.(LINK);

  async function entity(link) {
    const { pathname } = new URL(link.getAttribute("href"), location);
    await dateline.load("data/names.js");
    const id = /([^/]+)\/(index\.html)?$/.exec(decodeURIComponent(pathname))?.[1];
    return dateline.names.entities.find((one) => one[1] === id);
  }
  async function show(link, y) {
    const found = await entity(link).catch(() => {}); // without the list of names there are no cards
    if (!found || wanted !== link) return;
    hide();
    const [kind, , name, , role, articles] = found, all = dateline.names.articles;
    title.textContent = name;
    what.textContent = NOUNS[kind] + (role && ` · ${role}`);
    weight.textContent = `In ${articles || "none"} of ${all} article${all === 1 ? "" : "s"}`;
    bar.firstChild.style.width = `${100 * articles / all}%`;
    more.href = link.getAttribute("href");
    more.textContent = `All about ${name}`;
    more.hidden = !held;
    card.role = held ? "dialog" : "tooltip";
    card.ariaLabel = held ? name : null;
    card.hidden = false;
    place([...link.getClientRects()], y);
    shown = link;
    if (held) focus(more);
    else link.setAttribute("aria-describedby", "card");
  }
  /* Below the line that is pointed at, or above it, inside of the window. */
  function place(lines, y) {
    const line = lines.find((one) => y >= one.top && y <= one.bottom) ?? lines[0], height = card.offsetHeight + 6;
    const below = line.bottom + height < innerHeight || line.top < height;
    card.style.left = `${scrollX + Math.max(8, Math.min(line.left, root.clientWidth - card.offsetWidth - 8))}px`;
    card.style.top = `${scrollY + (below ? line.bottom + 6 : line.top - height)}px`;
  }
  function hide() {
    shown?.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  }
  function dismiss() {
    clearTimeout(timer);
    held = wanted = null;
    hide();
  }
  function aim(event) {
    const link = linkAt(event);
    if (silent || held || event.pointerType === "touch" || (!link && wanted?.matches(":focus-visible"))) return;
    clearTimeout(timer);
    if (card.contains(event.target) || (link && link === shown)) return;
    wanted = link;
    if (!link) timer = setTimeout(hide, 200);
    else if (event.type !== "focusin" || link.matches(":focus-visible")) {
      entity(link).catch(() => {}); // begins to load
      timer = setTimeout(show, 250, link, event.clientY);
    }
  }
  function hold(event) {
    event?.preventDefault();
    held = wanted = touched;
    if (shown !== touched) show(touched);
  }
  on("pointerover", aim);
  on("focusin", aim);
  on("pointerdown", (event) => {
    if (card.contains(event.target)) return;
    dismiss();
    touched = event.pointerType === "touch" && linkAt(event);
    if (touched) press = setTimeout(hold, 500);
  });
  for (const type of ["pointerup", "pointercancel"]) on(type, () => clearTimeout(press));
  on("contextmenu", (event) => { if (touched && linkAt(event) === touched) hold(event); });
  on("touchend", (event) => { if (held && linkAt(event) === held) event.preventDefault(); }, { passive: false });
  on("keydown", ({ key }) => {
    if (key !== "Escape") return;
    const link = card.contains(document.activeElement) ? shown : !shown && walk?.link;
    dismiss();
    if (link && document.activeElement !== link) focus(link);
    else if (link) end();
  });
  addEventListener("pagehide", dismiss);
})();
