// Tries out what the course needs of a learning system, and says what it found.
(async () => {
  "use strict";
  const words = JSON.parse(document.getElementById("words").textContent);
  const test = words.test;
  const list = document.getElementById("results");
  let isFine = true;

  function tell(what, fine, detail) {
    isFine = isFine && fine;
    const line = document.createElement("li");
    line.className = fine ? "fine" : "not-fine";
    line.textContent = `${what}: ${fine ? test.fine : test.not_fine}${detail ? `. ${detail}` : ""}`;
    list.append(line);
    return fine;
  }

  async function tryLms() {
    const adapter = window.workshopAdapter;
    const found = await adapter.start();
    const isThere = found.reason !== "no_lms";
    if (!tell(test.lms, isThere, isThere ? "" : words.no_lms)) return;
    if (!tell(test.started, Boolean(found.session), found.detail || words[found.reason] || "")) return;
    const { session } = found;
    const same = await adapter.keeps(session);
    tell(test.kept, same);
    tell(test.committed, await adapter.commits(session));
    // A session that can be begun but once goes on with the course.
    if (!adapter.goesOn) await adapter.finish(session);
  }

  async function tryBrowser() {
    if (!tell(test.browser, "WebAssembly" in window && "noModule" in HTMLScriptElement.prototype, "")) return;
    const runs = await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true, () => false);
    tell(test.wasm, runs, runs ? "" : words.wasm_forbidden);
    const { wasm } = document.documentElement.dataset;
    const file = await fetch(wasm).catch(() => undefined);
    if (!file || !file.ok) return void tell(test.wasm_type, false, `${words.file_missing} ${wasm}`);
    const type = file.headers.get("content-type") || "";
    tell(test.wasm_type, true, type.startsWith("application/wasm") ? "" : `${test.wasm_type_other} (${type})`);
  }

  await tryBrowser();
  await tryLms();
  document.getElementById("sum").textContent = isFine ? test.all_fine : test.not_all_fine;
  document.documentElement.dataset.tested = isFine ? "fine" : "not-fine";
})();
