// Starts the app. The page can be read before, during and without this.
const { root, app, wasm } = document.documentElement.dataset;
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

try {
  // The module's bytes are on their way while its script is read.
  const bytes = fetch(address(wasm));
  bytes.catch(() => {});
  const front = await import(address(app));
  await front.default({ module_or_path: bytes });
  await front.start();
  done();
  document.documentElement.dataset.started = "";
} catch (error) {
  failed(error);
}
