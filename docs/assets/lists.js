/*
  Long lists: a box that filters them, tables that can be sorted. Without this script the lists are whole.

  <label hidden>… <input data-filter="ID" name="filter"></label> <output data-filter-count="ID"></output>
    shows the [data-item] in #ID that have every word typed, in their text or the attribute, and each [data-group]
    with any. With a name, the words stand in the address.
  <table data-sortable> with <th data-sort="key">
    gets buttons. In the address: `sort=key`, the way a column is sorted first, or `sort=-key`.
*/
(() => {
  const inAddress = (name) => new URLSearchParams(location.search).get(name) ?? "";

  function remember(name, value) {
    const address = new URL(location);
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
    try {
      history.replaceState(history.state, "", address);
    } catch { /* forbidden in pages opened from a folder */ }
  }

  /* As readers type: no accents, no capitals, a space for every sign. */
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  function hideEmptyGroups(list) {
    for (const group of list.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-item]:not([hidden])");
    }
  }

  function filter(input) {
    const list = document.getElementById(input.dataset.filter);
    const output = document.querySelector(`[data-filter-count="${list.id}"]`);
    let items;

    function run() {
      items ??= [...list.querySelectorAll("[data-item]")]
        .map((node) => [node, fold(`${node.textContent} ${node.dataset.item}`)]);
      const words = fold(input.value).split(" ");
      let shown = 0;
      for (const [node, text] of items) {
        const fits = words.every((word) => text.includes(word));
        if (node.hidden === fits) node.hidden = !fits;
        shown += fits;
      }
      hideEmptyGroups(list);
      if (output) output.value = words[0] && `${shown.toLocaleString("en")} of ${items.length.toLocaleString("en")}`;
      if (input.name) remember(input.name, input.value.trim());
    }

    input.closest("label").hidden = false;
    if (input.name) input.value = inAddress(input.name);
    if (input.value) run();
    input.addEventListener("input", run);
  }

  function sortable(table) {
    const heads = [...table.querySelectorAll("[data-sort]")];
    const rows = [...table.querySelectorAll("[data-item]")];
    const homes = rows.map((row) => row.parentNode);
    const all = table.createTBody(); // takes the rows out of their groups
    all.dataset.group = "";
    const first = heads[0].dataset.sort;
    let order = first;

    function value(cell) {
      const words = cell.querySelector("time")?.dateTime ?? cell.textContent.trim();
      return /^[\d,]+$/.test(words) ? -words.replaceAll(",", "") : fold(words); // the most first
    }

    function sort(key) {
      const column = Math.max(heads.findIndex((head) => head.dataset.sort === key.replace("-", "")), 0);
      const way = key.startsWith("-") ? -1 : 1;
      const sorted = rows.map((row, index) => [row, column ? value(row.cells[column]) : index]);
      sorted.sort(([, a], [, b]) => (a === "") - (b === "") || way * (a < b ? -1 : a > b)); // ties stay by name
      const falls = (way < 0) !== (column > 0 && typeof sorted[0]?.[1] === "number");
      order = (way < 0 ? "-" : "") + heads[column].dataset.sort;
      heads.forEach((head) => head.removeAttribute("aria-sort"));
      heads[column].ariaSort = falls ? "descending" : "ascending";
      if (order === first) rows.forEach((row, index) => homes[index].append(row));
      else all.append(...sorted.map(([row]) => row));
      hideEmptyGroups(table);
      remember("sort", order === first ? "" : order);
    }

    for (const head of heads) {
      const button = document.createElement("button");
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(order === head.dataset.sort ? `-${order}` : head.dataset.sort));
    }
    /* A letter leads to the names that begin with it: back to their order. */
    addEventListener("hashchange", () => {
      const target = homes.find((home) => home.hidden && `#${encodeURIComponent(home.id)}` === location.hash);
      if (!target) return;
      sort("");
      target.scrollIntoView();
    });
    sort(inAddress("sort"));
  }

  document.querySelectorAll("table[data-sortable]").forEach(sortable);
  document.querySelectorAll("[data-filter]").forEach(filter);
})();
