// Starts the app. The page can be read before, during and without this.
const { root, app, wasm, tools, toolsWasm, glossary } = document.documentElement.dataset;
const address = (path) => new URL(root + path, document.baseURI);
const patience = 10_000;

function show(id) {
  if (document.querySelector(`[data-card="${id}"]`)) return;
  const card = document.getElementById(id)?.content.firstElementChild.cloneNode(true);
  if (!card) return;
  card.dataset.card = id;
  card.querySelector("button")?.addEventListener("click", () => location.reload());
  document.querySelector("main").before(card);
}

const slow = setTimeout(() => show("slow"), patience);
const done = () => {
  clearTimeout(slow);
  document.querySelector('[data-card="slow"]')?.remove();
};

function failed(error) {
  console.error(error);
  done();
  show("cannot-start");
}

// A module that has stopped in the middle answers no more: say so.
const stopped = (error) => error instanceof WebAssembly.RuntimeError && failed(error);
addEventListener("error", (event) => stopped(event.error));
addEventListener("unhandledrejection", (event) => stopped(event.reason));

async function load(script, wasm) {
  // The module's bytes are on their way while its script is read.
  const bytes = fetch(address(wasm));
  bytes.catch(() => {});
  const front = await import(address(script));
  await front.default({ module_or_path: bytes });
  return front;
}

// A lesson starts without what is seldom wanted: it comes with the module of the other
// pages, at the first click on what needs it.
let wanted;
const loadTools = () => (wanted ??= load(tools, toolsWasm).catch((error) => { wanted = undefined; throw error; }));

function loadAtFirstClick(selector, tool) {
  let state = "away";
  addEventListener("click", async (event) => {
    const found = event.target.closest?.(selector);
    const withKey = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!found || withKey || event.button || state === "here") return;
    event.preventDefault();
    if (state === "coming") return;
    state = "coming";
    try {
      (await loadTools())[tool]();
      state = "here";
      (found.isConnected ? found : document.querySelector(selector))?.click();
    } catch (error) {
      console.error(error);
      state = "away";
      if (found.href) location.assign(found.href);
    }
  });
}

try {
  const front = await load(app, wasm);
  await front.start();
  if (tools) {
    loadAtFirstClick("#read-aloud", "read_aloud");
    if (glossary && "popover" in HTMLElement.prototype) {
      document.querySelectorAll("main a.term").forEach((term) => term.setAttribute("aria-haspopup", "dialog"));
      loadAtFirstClick("a.term", "explain_terms");
    }
    if (new URLSearchParams(location.search).has("find")) loadTools().then((front) => front.mark_found_words(), console.error);
  }
  done();
  document.documentElement.dataset.started = "";
} catch (error) {
  failed(error);
}
