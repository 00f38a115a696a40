/*
  What must be there before a page is painted, so that nothing flickers: the reader's own settings, and how the other
  scripts load the data of the edition. Settings are the only thing that is ever stored, and only in this browser.
*/
window.dateline = (() => {
  const root = document.documentElement;
  const base = new URL("../", document.currentScript.src); // the site's own folder, whatever path it is served under
  const loading = {};

  /* The value of a setting, "" where there is none; with a second word, that is kept and shown from now on. */
  function setting(name, value) {
    try {
      if (value) localStorage.setItem(`dateline.${name}`, value);
      else if (value === "") localStorage.removeItem(`dateline.${name}`);
      value ??= localStorage.getItem(`dateline.${name}`);
    } catch { /* storage is forbidden: the setting holds for this page */ }
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    return value || "";
  }

  /* A data file of the edition; scripts, since pages opened from a folder may not fetch. */
  function load(path) {
    return loading[path] ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(path, base);
      script.onload = resolve;
      script.onerror = () => { delete loading[path]; script.remove(); reject(new Error(`${path} could not be loaded`)); };
      document.head.append(script);
    });
  }

  root.classList.add("scripted");
  setting("theme");
  setting("links");

  const THEMES = { "": "as the system", light: "light", dark: "dark" };
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-switch]");
    const say = (theme) => { button.ariaLabel = button.title = `Colours: ${THEMES[theme]}. Change`; };
    button.hidden = false;
    say(root.dataset.theme ?? "");
    button.addEventListener("click", () => {
      const themes = Object.keys(THEMES);
      say(setting("theme", themes[(themes.indexOf(root.dataset.theme ?? "") + 1) % themes.length]));
    });
  });

  /* Pages opened from a folder have no server that finds index.html. */
  if (location.protocol === "file:") document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }, true);

  return { base, load, setting };
})();
