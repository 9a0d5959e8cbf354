// Shows the page as the learner prefers it, before it is painted for the first time.
// The form of the record is written down in `learning::preferences`.
(() => {
  const key = "workshop/preferences";
  const form = 1;
  // Where the browser keeps nothing, this tab's own store may have it: see `browser::storage`.
  const mark = "social-workshop-records:";
  const root = document.documentElement;

  const attempt = (act) => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  const inTab = () => window.name.startsWith(mark) && JSON.parse(window.name.slice(mark.length))[key];
  const inBrowser = () => localStorage.getItem(key);

  function apply() {
    const kept = attempt(() => JSON.parse(attempt(inTab) || attempt(inBrowser)));
    for (const name of ["theme", "size", "motion"]) {
      const value = kept?.form === form ? kept[name] : undefined;
      if (typeof value === "string") root.dataset[name] = value;
      else delete root.dataset[name];
    }
  }

  apply();
  addEventListener("storage", (event) => [key, null].includes(event.key) && apply());
  addEventListener("pageshow", (event) => event.persisted && apply());
  // The app says so when it has kept a change.
  addEventListener("preferences", apply);
})();
