/* Long lists. <input data-filter="ID"> shows lines and rows of #ID with all words, in text or data-item. A table is sorted
  by its <th data-sort="key">: in the address, `sort=key` is the first way, `sort=-key` the other. */
(() => {
const { $, $$, element, wordsOf } = dateline;
const ITEMS = "li, [data-item]";
const { compare } = new Intl.Collator("en", { numeric: true });
const inAddress = (name) => new URLSearchParams(location.search).get(name) ?? "";

function remember(name, value) {
  const address = new URL(location);
  if (value) address.searchParams.set(name, value);
  else address.searchParams.delete(name);
  history.replaceState(history.state, "", address);
}

function hideEmptyGroups(list) {
  for (const group of $$("ul, tbody", list)) group.hidden = !$(`:is(${ITEMS}):not([hidden])`, group);
}

function sortable(table) {
  const heads = $$("[data-sort]", table), keys = heads.map((head) => head.dataset.sort);
  const rows = $$(ITEMS, table), homes = rows.map((row) => row.parentNode);
  const all = table.createTBody();
  let order = keys[0];

  const value = (cell) => $("time", cell)?.dateTime ?? cell.textContent.trim().replaceAll(",", "");
  function sort(key) {
    const column = Math.max(keys.indexOf(key.replace("-", "")), 0);
    const sorted = rows.map((row, at) => [row, column ? value(row.cells[column]) : at]);
    const counts = column > 0 && sorted.some(([, one]) => /^\d+$/.test(one)); // the most first
    const falls = key.startsWith("-") !== counts;
    sorted.sort(([, a], [, b]) => (a === "") - (b === "") || compare(a, b) * (falls ? -1 : 1)); // ties stay by name
    heads.forEach((head, at) => { head.ariaSort = at !== column ? null : falls ? "descending" : "ascending"; });
    order = key[0] === "-" ? `-${keys[column]}` : keys[column];
    if (order === keys[0]) rows.forEach((row, at) => homes[at].append(row));
    else all.append(...sorted.map(([row]) => row));
    hideEmptyGroups(table);
    remember("sort", order === keys[0] ? "" : order);
  }

  heads.forEach((head, at) => {
    const onclick = () => sort(order === keys[at] ? `-${order}` : keys[at]);
    head.append(element("button", { onclick }, [...head.childNodes]));
  });
  /* A letter leads back to the order of names. */
  addEventListener("hashchange", () => {
    const target = $(":target");
    if (!target?.hidden || !homes.includes(target)) return;
    sort("");
    target.scrollIntoView();
  });
  const wanted = inAddress("sort");
  if (wanted) sort(wanted);
}

function filter(input) {
  const list = $(`#${input.dataset.filter}`), output = $(`[data-filter-count="${list.id}"]`);
  let items;
  input.oninput = () => {
    items ??= $$(ITEMS, list).map((node) => [node, wordsOf(`${node.textContent} ${node.dataset.item}`).join(" ")]);
    const words = wordsOf(input.value);
    let shown = 0;
    for (const [node, text] of items) shown += !(node.hidden = !words.every((word) => text.includes(word)));
    hideEmptyGroups(list);
    output.value = words[0] ? `${shown.toLocaleString("en")} of ${items.length.toLocaleString("en")}` : "";
    remember(input.name, input.value.trim());
  };
  input.closest("label").hidden = false;
  input.value = inAddress(input.name);
  if (input.value) input.oninput();
}

$$("table[data-sortable]").forEach(sortable);
$$("[data-filter]").forEach(filter);
})();
