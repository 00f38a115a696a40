// Small things made of words: every text goes into the page as text, whatever it says.

export const make = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name in node && typeof value !== "string") node[name] = value;
    else if (value !== null && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
};

export const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

/** A sentence with the name in it marked. */
export const sentence = (at) => make("p", { class: "sentence" }, at.left, make("mark", {}, at.words), at.right,
  make("cite", {}, `${at.article} ¶ ${at.paragraph}`));

/** Sentences under the articles in which they stand. */
export const byArticle = (occurrences) => {
  const found = new Map();
  for (const at of occurrences) found.set(at.article, [...(found.get(at.article) ?? []), at]);
  return found;
};

export const field = (label, input, hint = "") => {
  input.id ||= `field-${label.toLowerCase().replaceAll(/\W+/g, "-")}`;
  return make("div", { class: "field" }, make("label", { for: input.id }, label), input, hint && make("small", {}, hint));
};

export const KINDS = ["person", "organization", "place"];

export const kindOf = (one) => make("span", { class: `kind ${one.kind}` }, one.kind);

/** An entity or a suggestion in one line. */
export const named = (one) => [make("b", {}, one.name), " ", kindOf(one),
  make("small", {}, ` ${one.is === "entity" ? `in the registry as ${one.id}` : "a suggestion"}, ${counted(one.times, "time")}`)];

export const ask = async (what, body) => {
  const options = body && {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  };
  const answer = await fetch(what, options);
  return { status: answer.status, told: await answer.json() };
};
