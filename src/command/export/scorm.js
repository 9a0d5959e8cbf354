// SCORM 1.2 and SCORM 2004, by which of them the page names. Plain names of the data model
// stand here, and nowhere else: some systems look for them in a package's scripts.
(() => {
  "use strict";
  const is2004 = document.documentElement.dataset.standard === "scorm2004";
  const names = is2004
    ? {
        api: "API_1484_11", begin: "Initialize", end: "Terminate", get: "GetValue", set: "SetValue",
        commit: "Commit", error: "GetLastError", words: "GetErrorString",
        learner: "cmi.learner_id", mode: "cmi.mode", location: "cmi.location", exit: "cmi.exit",
        time: "cmi.session_time", score: "cmi.score", mark: "cmi.scaled_passing_score",
      }
    : {
        api: "API", begin: "LMSInitialize", end: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue",
        commit: "LMSCommit", error: "LMSGetLastError", words: "LMSGetErrorString",
        learner: "cmi.core.student_id", mode: "cmi.core.lesson_mode", location: "cmi.core.lesson_location",
        exit: "cmi.core.exit", time: "cmi.core.session_time", score: "cmi.core.score",
        mark: "cmi.student_data.mastery_score",
      };
  const mostParents = 500;
  // Systems send all that they were told with every commit, and browsers lose more than 64 KiB
  // that is sent on leaving.
  const mostInteractions = 40;

  let api;
  let isOpen = false;
  let began = 0;
  let interactions = 0;
  let hasMark = false;
  const told = new Set();
  /** Where each module's objective is, by id. */
  const objectives = new Map();

  /** A window of another site throws at every touch. */
  const attempt = (act) => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  const yes = (answer) => String(answer) === "true";

  function search(from) {
    for (let count = 0, here = from; here && count < mostParents; count++) {
      const found = attempt(() => here[names.api]);
      if (found) return found;
      const up = attempt(() => here.parent);
      if (!up || up === here) return undefined;
      here = up;
    }
    return undefined;
  }

  const find = () =>
    search(window) || search(attempt(() => window.opener)) || search(attempt(() => window.top.opener));

  const get = (element) => String(attempt(() => api[names.get](element)) ?? "");
  const set = (element, value) => yes(attempt(() => api[names.set](element, String(value))));
  const commit = () => yes(attempt(() => api[names.commit]("")));

  function problem() {
    const code = attempt(() => api[names.error]()) ?? "";
    return `${names.begin}: ${code} ${attempt(() => api[names.words](String(code))) ?? ""}`.trim();
  }

  /** The time since the session began. */
  function elapsed() {
    const hundredths = Math.max(0, Math.round((Date.now() - began) / 10));
    const seconds = (hundredths % 6000) / 100;
    const minutes = Math.floor(hundredths / 6000) % 60;
    const hours = Math.floor(hundredths / 360_000);
    if (is2004) return `PT${hours}H${minutes}M${seconds.toFixed(2)}S`;
    const two = (number) => String(number).padStart(2, "0");
    return `${String(Math.min(hours, 9999)).padStart(4, "0")}:${two(minutes)}:${seconds.toFixed(2).padStart(5, "0")}`;
  }

  function standing() {
    if (!is2004) {
      const status = get("cmi.core.lesson_status");
      return { status: ["passed", "failed", "completed"].includes(status) ? status : "", completed: ["passed", "completed"].includes(status) };
    }
    const completed = get("cmi.completion_status") === "completed";
    const success = get("cmi.success_status");
    return { status: success === "passed" || success === "failed" ? success : completed ? "completed" : "", completed };
  }

  /** A number that the LMS may have left out. */
  function number(element) {
    const text = get(element).trim();
    return text !== "" && isFinite(text) ? Number(text) : null;
  }

  function start() {
    api = find();
    if (!api) return { reason: "no_lms" };
    began = Date.now();
    // Some systems have begun the session by themselves.
    if (!yes(attempt(() => api[names.begin](""))) && !["101", "103"].includes(String(attempt(() => api[names.error]())))) {
      return { reason: "refused", detail: problem() };
    }
    isOpen = true;
    // Nothing at all means a normal session.
    const readOnly = ["review", "browse"].includes(get(names.mode));
    const state = get("cmi.suspend_data");
    const mark = number(names.mark);
    hasMark = mark != null;
    const session = {
      ...standing(), state, readOnly, location: get(names.location), learner: get(names.learner),
      score: number(`${names.score}.raw`), progress: null,
      mark: mark == null ? null : Math.round(is2004 ? mark * 100 : mark),
    };
    interactions = Number(get("cmi.interactions._count")) || 0;
    const count = Number(get("cmi.objectives._count")) || 0;
    for (let index = 0; index < count; index++) objectives.set(get(`cmi.objectives.${index}.id`), index);
    if (!readOnly) {
      // Opened and closed is not completed. A system that tells nothing may know a better status.
      if (!session.status && !state) setStatus({ status: "incomplete", completed: false });
      set(names.exit, "suspend");
      commit();
    }
    return { session };
  }

  function setStatus({ status, completed }) {
    if (!is2004) return set("cmi.core.lesson_status", status);
    const done = set("cmi.completion_status", completed ? "completed" : "incomplete");
    return (status !== "passed" && status !== "failed") || (set("cmi.success_status", status) && done);
  }

  function setScore(at, score) {
    set(`${at}.min`, 0);
    set(`${at}.max`, 100);
    const done = set(`${at}.raw`, score);
    return is2004 ? set(`${at}.scaled`, score / 100) && done : done;
  }

  /** A module is an objective. */
  function setModule(module) {
    let index = objectives.get(module.id);
    if (index === undefined) {
      index = objectives.size;
      if (!set(`cmi.objectives.${index}.id`, module.id)) return;
      if (is2004) set(`cmi.objectives.${index}.description`, module.title.slice(0, 250));
      objectives.set(module.id, index);
    }
    const at = `cmi.objectives.${index}`;
    if (is2004) {
      set(`${at}.completion_status`, module.done ? "completed" : module.begun ? "incomplete" : "not attempted");
      set(`${at}.progress_measure`, module.progress);
      if (module.score != null) setScore(`${at}.score`, module.score);
      return;
    }
    set(`${at}.status`, module.done ? "completed" : module.begun ? "incomplete" : "not attempted");
    if (module.score != null) setScore(`${at}.score`, module.score);
  }

  /** An answer is an interaction, told once. */
  function addAnswer(answer) {
    // What an earlier session kept comes back under the name of the LMS.
    if (!answer || answer.event.endsWith("-lms") || told.has(answer.event) || interactions >= mostInteractions) return;
    told.add(answer.event);
    const at = `cmi.interactions.${interactions}`;
    if (!set(`${at}.id`, answer.question)) return;
    interactions++;
    const now = new Date(answer.at);
    const result = answer.right === null ? "neutral" : answer.right ? "correct" : is2004 ? "incorrect" : "wrong";
    const chosen = answer.chosen.join(",").slice(0, 250);
    if (is2004) {
      set(`${at}.type`, "other");
      set(`${at}.timestamp`, now.toISOString().replace(/\d(Z)$/, "$1"));
      set(`${at}.learner_response`, chosen);
      set(`${at}.result`, result);
    } else {
      set(`${at}.type`, "performance");
      set(`${at}.time`, now.toTimeString().slice(0, 8));
      set(`${at}.student_response`, chosen);
      set(`${at}.result`, result);
    }
  }

  /** Sets all and commits; everything happens before this returns, so that it does on leaving too. */
  function save(wanted) {
    if (!isOpen) return Promise.resolve(false);
    let done = set("cmi.suspend_data", wanted.state);
    if (wanted.location) set(names.location, wanted.location);
    // What a resumed session knows comes with the course's first report.
    if (wanted.status) done = setStatus(wanted) && done;
    // A system with a mark of its own makes a lower score "failed" as soon as the learner leaves.
    if (wanted.score != null && (!hasMark || wanted.status === "passed")) setScore(names.score, Math.round(wanted.score));
    if (is2004 && wanted.progress != null) set("cmi.progress_measure", wanted.progress);
    wanted.modules.forEach(setModule);
    addAnswer(wanted.answered);
    set(names.time, elapsed());
    set(names.exit, "suspend");
    return Promise.resolve(commit() && done);
  }

  function finish(wanted, isLeaving) {
    if (!isOpen) return Promise.resolve(true);
    // Else some systems keep their own window open around a course that has ended.
    if (is2004 && !isLeaving) set("adl.nav.request", "suspendAll");
    isOpen = false;
    return Promise.resolve(yes(attempt(() => api[names.end](""))));
  }

  /** Whether a value comes back as it was given; what was there before is there again. */
  function keeps(session) {
    const value = "self-test";
    const same = set(names.location, value) && get(names.location) === value;
    set(names.location, session.location);
    return Promise.resolve(same);
  }

  const commits = () => Promise.resolve(commit());

  window.workshopAdapter = { start, save, finish, keeps, commits, isOpen: () => isOpen };
})();
