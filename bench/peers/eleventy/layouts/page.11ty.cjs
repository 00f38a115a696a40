// The frame of every page; what of it is the same on all of them comes from ours, in frame.json.
const escaped = (text = "") =>
  text.replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[one]);
const tag = ({ property, name, content }) =>
  `<meta ${property ? `property="${escaped(property)}"` : `name="${escaped(name)}"`} content="${escaped(content)}">`;

module.exports = ({ page, title, description, head = [], json_ld, content, frame }) => {
  const root = "../".repeat(page.url.split("/").length - 2);
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${title} – Dateline</title>
  <meta name="description" content="${escaped(description)}">
  ${head.map(tag).join("\n  ")}
  ${frame.head.replaceAll("ROOT/", root)}
  ${json_ld ? `<script type="application/ld+json">${json_ld}</script>` : ""}
</head>
<body>
  ${frame.before.replaceAll("ROOT/", root)}
  ${content}
  ${frame.after.replaceAll("ROOT/", root)}
</body>
</html>`;
};
