// The suggestion at hand: what is proposed, as fields that may be corrected, and its evidence.

import { byArticle, counted, field, kindOf, KINDS, make, named, sentence } from "./making.js";

const kinds = (one) => make("fieldset", { class: "kinds" }, make("legend", {}, "Kind"), ...KINDS.map((kind) =>
  make("label", {}, make("input", { type: "radio", name: "kind", value: kind, checked: kind === one.kind }), kind)));

const forms = (one) => make("fieldset", { class: "forms" }, make("legend", {}, "Written"), ...one.forms.map((form) => {
  const box = make("input", { type: "checkbox", name: `as-${form.is}`, value: form.form, checked: true, disabled: ["name", "found"].includes(form.is) });
  const why = { name: "the name", found: "found by itself", known: "known by that alone", alias: "alias" }[form.is];
  return make("label", {}, box, make("span", {}, form.form), make("small", {}, `${form.count}×, ${why}`));
}));

const role = (one, index, isTicked) => {
  const id = `role-${index}`;
  return make("div", { class: "role" },
    make("input", { type: "checkbox", name: "role", checked: isTicked, "aria-label": `Role ${index + 1} counts` }),
    field("Role", make("input", { id, name: "title", value: one.title, autocomplete: "off" })),
    field("At", make("input", { id: `${id}-at`, name: "organization", value: one.organization, autocomplete: "off" })));
};

const roles = (one) => {
  const more = make("button", { type: "button" }, "Another role");
  const set = make("fieldset", { class: "roles" }, make("legend", {}, "Roles"), ...one.roles.map((each, index) =>
    role(each, index, index === 0)), more);
  more.addEventListener("click", () => {
    more.before(role({ title: "", organization: "" }, set.querySelectorAll(".role").length, true));
    more.previousElementSibling.querySelector("[name=title]").focus();
  });
  set.hidden = one.kind !== "person";
  return set;
};

const conflicts = (one) => make("ul", { class: "conflicts" }, ...one.conflicts.map((words) => make("li", {}, words)),
  ...one.alike.map((other) => make("li", {}, "Perhaps the same: ", ...named(other), ` ${other.why}`)));

const occurrences = (one) => make("details", { class: "all" },
  make("summary", {}, `All ${counted(one.times, "place")} in ${counted(one.articles.length, "article")}`),
  ...[...byArticle(one.occurrences)].map(([article, these]) => make("section", {}, make("h3", {}, article), ...these.map(sentence))),
  one.occurrences.length < one.times ? make("p", {}, `The first ${one.occurrences.length} are shown.`) : "");

/** Fill the card with a suggestion. */
export const show = (card, one) => {
  const name = make("input", { id: "name", name: "name", value: one.name, autocomplete: "off", spellcheck: false });
  const sort = make("input", { id: "sort", name: "sort", placeholder: one.sort, autocomplete: "off" });
  const known = one.known && make("p", { class: "known" }, "Another form of ", ...named(one.known));
  const proposed = make("form", { class: "proposed" },
    field("Name", name), kinds(one), field("Sorted as", sort, "where it is another than usual"), forms(one), roles(one));
  proposed.addEventListener("submit", (event) => event.preventDefault());
  proposed.addEventListener("change", () => {
    proposed.querySelector(".roles").hidden = proposed.elements.kind.value !== "person";
  });
  for (const unchanged of known ? proposed.querySelectorAll("#name, #sort, [name=kind]") : []) unchanged.disabled = true;
  card.replaceChildren(
    make("header", {}, make("h2", { id: "heading", tabindex: "-1" }, one.name), make("p", { class: "counts" }, kindOf(one),
      ` ${counted(one.times, "time")} in ${counted(one.articles.length, "article")}, certainty ${Math.round(one.certainty * 100)} %`)),
    ...(known ? [known] : []),
    ...(one.conflicts.length || one.alike.length ? [conflicts(one)] : []),
    make("section", { class: "evidence", "aria-label": "Evidence" }, ...one.evidence.map(sentence)),
    proposed, occurrences(one));
};

/** The suggestion as the editor has corrected it. */
export const corrected = (card, one) => {
  const { elements } = card.querySelector("form");
  const kind = one.known ? one.kind : elements.kind.value;
  const ticked = (what) => [...card.querySelectorAll(`[name=as-${what}]:checked`)].map((box) => box.value);
  const posts = [...card.querySelectorAll(".role")]
    .filter((each) => kind === "person" && each.querySelector("[name=role]").checked && each.querySelector("[name=title]").value.trim())
    .map((each) => ({ title: each.querySelector("[name=title]").value, organization: each.querySelector("[name=organization]").value }));
  const name = elements.name.value;
  return {
    id: one.id, seen: one.seen, kind, name, sort: elements.sort.value, posts, known: one.known?.id ?? "",
    aliases: ticked("alias"), known_as: ticked("known"),
  };
};
