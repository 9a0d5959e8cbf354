// The page around the course in a learning system (LMS). It holds the session, what the course
// keeps, and the course itself in a frame. The course finds it as `parent.workshopHost`.
// What the LMS is called and how it is spoken to is the adapter's (scorm.js, cmi5.js).
(() => {
  "use strict";
  const words = JSON.parse(document.getElementById("words").textContent);
  const course = document.documentElement.dataset.course;
  const site = "site/";
  const retryAfter = [2_000, 5_000, 15_000, 60_000];
  const adapter = window.workshopAdapter;
  const at = (id) => document.getElementById(id);
  // A status never falls back to one before it.
  const ranks = ["", "incomplete", "failed", "completed", "passed"];

  /** What the course keeps while this page is open, by key. */
  const records = new Map();
  let session;
  /** What is to be saved; every report replaces it, and nothing in it gets worse. */
  let wanted;
  let isEnded = false;
  let tries = 0;
  let timer;

  const better = (one, other) => (ranks.indexOf(one) > ranks.indexOf(other) ? one : other);
  const highest = (one, other) => (one == null ? other : other == null ? one : Math.max(one, other));

  /** How the course looks on this device is no matter of the LMS; `preferences.js` reads it there. */
  const ofDevice = "workshop/preferences";
  const onDevice = (act) => {
    try {
      return act(localStorage);
    } catch {
      return null;
    }
  };

  window.workshopHost = {
    form: 1,
    get: (key) => (key === ofDevice ? onDevice((store) => store.getItem(key)) : records.has(key) ? records.get(key) : null),
    set: (key, record) => void (key === ofDevice ? onDevice((store) => store.setItem(key, record)) : records.set(key, record)),
    remove: (key) => void records.delete(key),
    keys: () => [...records.keys()],
    /** The state that the LMS kept, until it was taken over. */
    state: () => (session && !window.workshopHost.isTaken ? session.state : ""),
    mark: () => (session && session.mark != null ? session.mark : null),
    isTaken: false,
    aside: "",
    note: (text) => say("note", text),
    report,
  };

  function report(json) {
    if (!session || isEnded) return;
    const told = JSON.parse(json);
    wanted = {
      ...told,
      status: better(told.status, wanted.status),
      completed: told.completed || wanted.completed,
      score: highest(told.score, wanted.score),
      progress: highest(told.progress, wanted.progress),
      location: place() || wanted.location,
    };
    save();
  }

  /** The page of the course that is open, seen from the course's root. */
  function place() {
    try {
      const { pathname } = at("course").contentWindow.location;
      return pathname.slice(pathname.lastIndexOf("/" + site) + site.length + 1).slice(0, 255);
    } catch {
      return "";
    }
  }

  /** Saves at once. What fails is tried again, later and later. */
  async function save() {
    if (!session || session.readOnly || isEnded) return true;
    clearTimeout(timer);
    wanted.location = place() || wanted.location;
    const saving = wanted;
    const { dataset } = document.documentElement;
    delete dataset.saved;
    let done = false;
    try {
      done = await adapter.save(saving);
    } catch (error) {
      console.warn(error);
    }
    // Another report may have come in the meantime, and is being saved.
    if (done && saving === wanted) dataset.saved = "";
    if (done) tries = 0;
    else timer = setTimeout(save, retryAfter[Math.min(tries++, retryAfter.length - 1)]);
    show(done);
    return done;
  }

  function show(done) {
    at("saved").textContent = done ? words.saved : words.not_saved;
    at("bar").classList.toggle("failed", !done);
    at("retry").hidden = at("download").hidden = done;
  }

  function say(id, text) {
    at(id).textContent = text;
    at(id).hidden = !text;
  }

  /** A page in place of the course, that says what is the matter. */
  function stop(title, reason, detail, choice) {
    at("course").hidden = at("bar").hidden = at("name").hidden = true;
    at("course").removeAttribute("src");
    at("stop").hidden = false;
    at("stop-title").textContent = title;
    at("stop-reason").textContent = reason;
    say("stop-detail", detail || "");
    at("stop-choice").hidden = !choice;
    if (choice) {
      at("stop-choice").textContent = choice.words;
      at("stop-choice").onclick = choice.act;
    }
    at("stop-title").focus();
  }

  function open(page) {
    at("stop").hidden = true;
    at("name").hidden = false;
    at("course").hidden = false;
    at("course").src = site + page;
  }

  async function exit() {
    const saved = (session.readOnly || (await save())) && (await adapter.finish(wanted));
    if (!saved) {
      show(false);
      at("saved").textContent = words.ended_unsaved;
      return;
    }
    isEnded = true;
    stop(words.ended, words.again);
    if (session.returnTo) location.assign(session.returnTo);
    else close();
  }

  /** Closes the window that the LMS opened for the course, where it did. */
  function close() {
    try {
      if (window.top.opener) window.top.close();
    } catch {
      // It stays open, and says that it can be closed.
    }
  }

  function download() {
    try {
      at("course").contentWindow.workshopExport();
    } catch (error) {
      console.warn(error);
    }
  }

  /** Why WebAssembly does not run here; nothing where it does. */
  async function barrier() {
    if (!("WebAssembly" in window) || !("noModule" in HTMLScriptElement.prototype)) return words.old_browser;
    try {
      await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    } catch {
      return words.wasm_forbidden;
    }
    return "";
  }

  /** A device's name that is the same for the same learner. */
  const device = (learner) => {
    let hash = 7;
    for (const letter of learner || course) hash = (Math.imul(hash, 31) + letter.codePointAt(0)) >>> 0;
    return "lms" + hash.toString(36);
  };

  async function start() {
    const found = await adapter.start();
    const without = { words: words.without_record, act: () => { delete window.workshopHost; open("index.html"); } };
    if (!found.session) return stop(words.cannot_start, words[found.reason], found.detail, without);
    session = found.session;
    wanted = {
      state: session.state, status: session.status, completed: session.completed, score: session.score,
      progress: session.progress, location: session.location, modules: [], answered: null,
    };
    if (session.readOnly) say("note", words.review);
    const reason = await barrier();
    if (reason) return stop(words.cannot_start, reason);
    records.set("workshop/device", device(session.learner));
    at("bar").hidden = false;
    at("saved").textContent = session.readOnly ? "" : words.saved;
    open(/^[\w.%/-]+\.html$/.test(session.location) && !session.location.includes("..") ? session.location : "index.html");
  }

  // What a launch says of itself stands in the address.
  at("stop-test").firstElementChild.search = location.search;
  // A course that has changed may not have the page any more on which the learner was.
  at("course").addEventListener("load", () => {
    try {
      const { dataset } = at("course").contentDocument.documentElement;
      if (dataset.page === undefined && place() && place() !== "index.html") open("index.html");
    } catch {
      // A page of another site: the learner followed a link there.
    }
  });
  at("exit").onclick = exit;
  at("retry").onclick = save;
  at("download").onclick = download;
  // A phone may never bring back what it hides.
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  addEventListener("pagehide", (event) => {
    save();
    if (!event.persisted && session && !isEnded) adapter.finish(wanted, true);
  });
  addEventListener("pageshow", (event) => event.persisted && (isEnded || (adapter.isOpen && !adapter.isOpen())) && location.reload());
  start();
})();
