// Eleventy's best case: the Markdown as it is through its own markdown-it, one layout that is a plain function.
module.exports = (config) => {
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  config.addGlobalData("layout", "page.11ty.cjs");
  config.addPassthroughCopy({ static: "/" });
  return { dir: { input: "content", includes: "../layouts", data: "../data", output: "site" }, markdownTemplateEngine: false };
};
