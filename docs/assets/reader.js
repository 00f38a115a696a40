/*
  Reading: walks through mentions, which links are shown, addresses of paragraphs, copying, cards on links.
  Every word and link is there without it; it changes none.
*/
(() => {
  const root = document.documentElement, text = document.querySelector(".edition--article");
  const on = (type, then, options) => document.addEventListener(type, then, options);
  const put = (place, where, html) => place.insertAdjacentHTML(where, html);

  /* The foot of the window: what was done, and the way through the mentions of a name. */
  let walk, quieten;
  put(document.querySelector(".edition"), "beforeend", `<div class="foot"><button data-by="-1" aria-label="Previous mention">←
    </button><p role="status"></p><button data-by="1" aria-label="Next mention">→</button><button data-by="0"
    aria-label="End the walk">×</button></div>`);
  const foot = document.querySelector(".foot"), status = foot.querySelector("p");
  function say(words) {
    clearTimeout(quieten);
    foot.classList.toggle("foot--walk", Boolean(walk));
    status.textContent = words;
    if (!walk) quieten = setTimeout(say, 5000, "");
  }
  /* Each step leads to the next mention, and the address tells which. */
  function step(by, focused) {
    const { anchors, name, at = by < 0 ? 0 : -1 } = walk, all = anchors.length;
    const next = (at + by + all) % all, mention = document.getElementById(anchors[next]);
    location["at" in walk ? "replace" : "assign"](`#${mention.id}`);
    walk.at = next;
    mention.scrollIntoView({ block: "center" });
    if (!mention.hasAttribute("href")) mention.tabIndex = -1;
    if (focused) mention.focus();
    hide(); // the focus came by itself: no card is asked for
    say(`${name}: ${next + 1} of ${all}`);
  }
  function end() {
    walk = null;
    say("");
  }
  on("click", (event) => {
    const { target } = event, { by, number } = target.dataset, link = target.closest("[data-walk]");
    if (number) navigator.clipboard?.writeText(target.href).then(() => say(`Address of paragraph ${number} copied`), () => {});
    if (by === "0") end();
    else if (by) step(Number(by));
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (walk?.link !== link) walk = { link, anchors: link.dataset.walk.split(" "), name: link.previousElementSibling.textContent };
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
    put(text.querySelector("#named"), "afterend", choices("links"));
    put(text.querySelector(".source-line, h1:not(:has(~ .source-line))"), "afterend", `<details class="switch switch--above"><summary>Links: <output></output></summary>${choices("above")}</details>`);
    showLinks(root.dataset.links in KINDS ? root.dataset.links : "");
    on("change", ({ target }) => { if (target.closest(".switch")) showLinks(dateline.setting("links", target.value)); });
  }

  /* The number of a paragraph is its address: seen on approach, copied by choosing it. */
  for (const block of text?.querySelectorAll('p[id^="p"]') ?? []) {
    const number = block.id.slice(1), data = `data-number="${number}" aria-label="Paragraph ${number}: link"`;
    put(block, "afterbegin", `<a class="permalink" href="#p${number}" ${data}></a>`);
  }

  /* Buttons that copy the text of another element; where that is forbidden, the text is selected. */
  for (const button of document.querySelectorAll("[data-copy]")) {
    const label = button.textContent, source = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.onclick = async () => {
      try {
        await navigator.clipboard.writeText(source.textContent.trim());
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(source);
        button.textContent = "Selected: copy it now";
      }
      say(button.textContent);
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
  put(document.querySelector("main"), "beforeend", `<div class="card" id="card" hidden><p class="card__name"></p><p></p>
    <p class="card__bar"><span></span></p><p></p><a></a></div>`);
  const card = document.getElementById("card"), [title, what, bar, weight, more] = card.children;
  let shown, wanted, timer, press, touched, held;
  const linkAt = ({ target }) => target.closest?.(LINK);

  const entity = (link) => dateline.load("data/names.js").then(() => {
    const id = /([^/]+)\/(index\.html)?(#.*)?$/.exec(decodeURI(link.getAttribute("href")))?.[1];
    return dateline.names.entities.find((one) => one[1] === id);
  }, () => {}); // without the list of names there are no cards
  async function show(link, y) {
    const found = await entity(link);
    if (!found || wanted !== link) return;
    shown?.removeAttribute("aria-describedby");
    const [kind, , name, , role, articles] = found, all = dateline.names.articles;
    title.textContent = name;
    what.textContent = ["Person", "Organization", "Place"][kind] + (role && ` · ${role}`);
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
    if (held) more.focus();
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
    else if (event.type !== "focusin" || link.matches(":focus-visible")) {
      entity(link); // begins to load
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
    hide();
    touched = event.pointerType === "touch" && linkAt(event);
    if (touched) press = setTimeout(hold, 500);
  });
  for (const type of ["pointerup", "pointercancel"]) on(type, () => clearTimeout(press));
  on("contextmenu", (event) => { if (touched && linkAt(event) === touched) hold(event); });
  on("touchend", (event) => { if (held && linkAt(event) === held) event.preventDefault(); }, { passive: false });
  on("keydown", ({ key }) => {
    if (key !== "Escape") return;
    const link = card.contains(document.activeElement) ? shown : !shown && walk?.link;
    if (link && document.activeElement !== link) link.focus();
    else if (link) end();
    hide();
  });
  addEventListener("pagehide", hide);
})();
