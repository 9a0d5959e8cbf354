// cmi5 (Quartz, 1st edition). Every launch is a session; the LMS gives a token for it once, so
// all of the session is kept in this tab, and loading the page anew goes on with it.
(() => {
  "use strict";
  const verbs = "http://adlnet.gov/expapi/verbs/";
  const category = { id: "https://w3id.org/xapi/cmi5/context/categories/cmi5" };
  const moveOn = { id: "https://w3id.org/xapi/cmi5/context/categories/moveon" };
  const masteryScore = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
  // The only name of a state document that all systems keep.
  const stateId = "suspendData";
  const mostWaiting = 200;

  const given = new URLSearchParams(location.search);
  const launch = {
    endpoint: (given.get("endpoint") || "").replace(/\/*$/, "/"),
    fetch: given.get("fetch"), actor: given.get("actor"), registration: given.get("registration"), activity: given.get("activityId"),
  };
  const tabKey = `workshop-cmi5/${launch.registration}`;

  /** Token, session, when it began, what was sent, and statements that wait: all that a reload needs. */
  let session;
  let isOpen = false;
  let kept;
  let sending = Promise.resolve();
  let saving = Promise.resolve();

  const attempt = (act) => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };

  function keepInTab() {
    attempt(() => sessionStorage.setItem(tabKey, JSON.stringify(session)));
  }

  const address = (path, query) => `${launch.endpoint}${path}?${new URLSearchParams(query)}`;

  function ask(path, query, how = {}) {
    const headers = { Authorization: `Basic ${session.token}`, "X-Experience-API-Version": "1.0.3", ...how.headers };
    return fetch(address(path, query), { ...how, headers, keepalive: Boolean(how.body) && how.body.length < 60_000 });
  }

  const own = () => ({ activityId: launch.activity, agent: launch.actor, registration: launch.registration });

  async function readJson(path, query) {
    const answer = await ask(path, query);
    if (answer.status === 404) return [undefined, null];
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const text = await answer.text();
    return [text ? JSON.parse(text) : undefined, answer.headers.get("etag")];
  }

  async function begin() {
    const known = attempt(() => JSON.parse(sessionStorage.getItem(tabKey)));
    // A further launch in this tab has another address to fetch its token from.
    if (known && known.fetch === launch.fetch && !known.ended) return void (session = known);
    const answer = await fetch(launch.fetch, { method: "POST" });
    const told = await answer.json();
    if (!told["auth-token"]) throw new Error(told["error-text"] || `fetch: ${answer.status} ${told["error-code"] || ""}`);
    session = { fetch: launch.fetch, token: told["auth-token"], began: Date.now(), sent: [], waiting: [] };
    keepInTab();
  }

  const uuid = () =>
    crypto.randomUUID ? crypto.randomUUID() : "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
      (+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (+digit / 4)))).toString(16));

  const duration = () => `PT${Math.max(0, (Date.now() - session.began) / 1000).toFixed(2)}S`;

  /** A statement in the context that the LMS prescribes, its own entries first. */
  function statement(verb, result, isDefined) {
    const template = session.launched.contextTemplate || {};
    const activities = { ...template.contextActivities };
    const categories = [...(activities.category || [])];
    if (isDefined) categories.push(category);
    if (isDefined && result && ("success" in result || "completion" in result)) categories.push(moveOn);
    if (categories.length) activities.category = categories;
    const mark = session.launched.masteryScore;
    const extensions = { ...template.extensions };
    if (mark != null && result && "success" in result) extensions[masteryScore] = mark;
    const context = { ...template, registration: launch.registration, contextActivities: activities };
    if (Object.keys(extensions).length) context.extensions = extensions;
    return {
      id: uuid(), actor: JSON.parse(launch.actor), verb: { id: verbs + verb, display: { en: verb } },
      object: { objectType: "Activity", id: launch.activity }, ...(result ? { result } : {}), context,
      timestamp: new Date().toISOString(),
    };
  }

  function queue(made) {
    session.waiting = session.waiting.slice(-mostWaiting).concat(made);
    keepInTab();
  }

  /** Sends what waits, one after the other. The LMS knows a statement by its id, so none counts twice. */
  function send() {
    sending = sending.catch(() => {}).then(async () => {
      while (session.waiting.length) {
        const next = session.waiting[0];
        const answer = await ask("statements", { statementId: next.id }, {
          method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify(next),
        });
        const isThere = answer.status === 409 && (await ask("statements", { statementId: next.id })).ok;
        const isRefused = answer.status === 400 || answer.status === 403;
        if (!answer.ok && !isThere && !isRefused) throw new Error(`statements: ${answer.status}`);
        if (isRefused) console.warn(`${next.verb.id} was refused: ${answer.status} ${await answer.text()}`);
        session.waiting = session.waiting.filter((other) => other.id !== next.id);
        keepInTab();
      }
    });
    return sending.then(() => true, (error) => (console.warn(error), false));
  }

  /** A verb at most once: per session, and what must be so once per registration. */
  function sendOnce(verb, result) {
    if (session.sent.includes(verb)) return;
    session.sent.push(verb);
    queue(statement(verb, result, true));
  }

  const ofRegistration = () => kept.sent || [];

  async function writeState(wanted) {
    const next = { form: 1, state: wanted.state, score: wanted.score, progress: wanted.progress, location: wanted.location, sent: kept.sent };
    const body = JSON.stringify(next);
    if (body === session.written) return true;
    const put = (headers) => ask("activities/state", { ...own(), stateId }, {
      method: "PUT", headers: { "Content-Type": "application/json", ...headers }, body,
    });
    let answer = await put(kept.etag ? { "If-Match": kept.etag } : {});
    if (answer.status === 409 || answer.status === 412) {
      const [, etag] = await readJson("activities/state", { ...own(), stateId });
      answer = await put(etag ? { "If-Match": etag } : { "If-None-Match": "*" });
    }
    if (!answer.ok) throw new Error(`state: ${answer.status}`);
    kept.etag = answer.headers.get("etag");
    session.written = body;
    return true;
  }

  async function start() {
    if (!launch.fetch || !launch.actor || !launch.registration || !launch.activity || launch.endpoint === "/") return { reason: "no_lms" };
    try {
      await begin();
      if (!session.launched) {
        [session.launched] = await readJson("activities/state", { ...own(), stateId: "LMS.LaunchData" });
        if (!session.launched) throw new Error("LMS.LaunchData: 404");
        // Must be read before the first statement; there need not be any.
        await readJson("agents/profile", { agent: launch.actor, profileId: "cmi5LearnerPreferences" }).catch(() => {});
        keepInTab();
      }
      const [read, etag] = await readJson("activities/state", { ...own(), stateId });
      kept = { sent: [], ...read, etag };
    } catch (error) {
      return { reason: "refused", detail: String(error.message || error) };
    }
    isOpen = true;
    const readOnly = session.launched.launchMode !== undefined && session.launched.launchMode !== "Normal";
    sendOnce("initialized");
    await send();
    const mark = session.launched.masteryScore;
    const status = ofRegistration().includes("passed") ? "passed" : ofRegistration().includes("completed") ? "completed" : "incomplete";
    return { session: {
      state: kept.state || "", status, completed: status !== "incomplete", readOnly, learner: launch.actor,
      location: kept.location || "", score: kept.score ?? null, progress: kept.progress ?? null,
      mark: mark == null ? null : Math.round(mark * 100), returnTo: session.launched.returnURL || "",
    } };
  }

  const scaled = (wanted) => (wanted.score == null ? {} : { score: { scaled: wanted.score / 100 } });

  /** What a registration may have once: noted in the LMS when it has arrived, so that none is lost. */
  function sendOncePerRegistration(verb, result) {
    if (!ofRegistration().includes(verb)) sendOnce(verb, result);
  }

  /** Notes what has arrived. */
  function note() {
    const waits = session.waiting.map((waiting) => waiting.verb.id);
    const arrived = ["completed", "passed"].filter((verb) => session.sent.includes(verb) && !waits.includes(verbs + verb));
    kept.sent = [...new Set([...ofRegistration(), ...arrived])];
  }

  function addAnswer(answer) {
    if (!answer || answer.event.endsWith("-lms") || session.answer === answer.event) return;
    session.answer = answer.event;
    const result = { response: answer.chosen.join("[,]"), ...(answer.right === null ? {} : { success: answer.right }) };
    const made = statement("answered", result, false);
    made.object = {
      objectType: "Activity", id: `${launch.activity}${launch.activity.includes("?") ? "&" : "/"}question/${encodeURIComponent(answer.question)}`,
      definition: { type: "http://adlnet.gov/expapi/activities/cmi.interaction", interactionType: "other" },
    };
    queue(made);
  }

  /** One save after the other: an older state must not come after a newer one. */
  function save(wanted) {
    saving = saving.catch(() => {}).then(() => saveNow(wanted));
    return saving;
  }

  async function saveNow(wanted) {
    if (!isOpen) return false;
    addAnswer(wanted.answered);
    if (wanted.completed) sendOncePerRegistration("completed", { completion: true, duration: duration() });
    if (wanted.status === "passed") {
      sendOncePerRegistration("passed", { success: true, duration: duration(), ...scaled(wanted) });
    }
    // At once, not one after the other: the page may be about to go.
    const [sent] = await Promise.all([send(), writeState(wanted)]);
    note();
    await writeState(wanted);
    return sent;
  }

  /** `failed` waits until the learner leaves: a further try may pass. */
  async function finish(wanted, isLeaving) {
    // Leaving may be loading the page anew; the LMS ends a session that is left by itself.
    if (!isOpen || isLeaving) return true;
    const isNormal = session.launched.launchMode === undefined || session.launched.launchMode === "Normal";
    if (isNormal && wanted.missed && !ofRegistration().includes("passed") && !session.sent.includes("failed")) {
      sendOnce("failed", { success: false, duration: duration(), ...scaled(wanted) });
    }
    sendOnce("terminated", { duration: duration() });
    const done = await send();
    isOpen = !done;
    session.ended = done;
    keepInTab();
    return done;
  }

  /** Whether the LMS gives back what it keeps. */
  async function keeps(given) {
    if (!given.readOnly) await writeState(given).catch(() => {});
    const [read] = await readJson("activities/state", { ...own(), stateId }).catch(() => []);
    return given.readOnly || (read !== undefined && read.state === given.state);
  }

  window.workshopAdapter = { start, save, finish, keeps, commits: send, isOpen: () => isOpen, goesOn: true };
})();
