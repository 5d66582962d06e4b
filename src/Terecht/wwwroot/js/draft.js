// @ts-check
// Nothing typed is lost: a form with data-draft is saved while it is filled in, on and on, in order, also when the line drops.
import { HEADER, nextNumber } from "./draftnumber.js";
import { icon, inPageLanguage, make, wake } from "./page.js";

/** At most one save in this time; with the pause after the first letter all is on the server within two seconds. */
const BETWEEN = 1500;
const FIRST = 400;
const AGAIN = 2000;
const TOO_LONG = 8000;
const KEEP = 12 * 3600 * 1000;

const words = inPageLanguage({
  nl: {
    saved: (/** @type {string} */ at) => `Bewaard om ${at}`,
    savedNow: "Bewaard",
    not: "Nog niet bewaard",
    refused: "Niet bewaard. Uw tekst staat nog op dit scherm.",
    offline: ["Geen verbinding.", " Typ gerust door, uw tekst blijft staan."],
    out: ["U bent uitgelogd.", " Log in op een nieuw tabblad, uw tekst blijft staan."],
    now: "Probeer nu",
    login: "Log in",
  },
  en: {
    saved: (/** @type {string} */ at) => `Saved at ${at}`,
    savedNow: "Saved",
    not: "Not saved yet",
    refused: "Not saved. Your text is still on this screen.",
    offline: ["No connection.", " Please type on, your text stays."],
    out: ["You are signed out.", " Sign in on a new tab, your text stays."],
    now: "Try now",
    login: "Sign in",
  },
});

/**
 * @typedef {{ dirty: boolean, busy: boolean, paused: boolean, timer: number, startedAt: number, kept: string, trouble: "" | "offline" | "out" }} State
 * @type {Map<HTMLFormElement, State>}
 */
const drafts = new Map();

/** @param {HTMLFormElement} form */
const idOf = (form) => form.dataset.draftId ?? form.dataset.draft ?? "";

/** @param {HTMLFormElement} form */
const copyKey = (form) => `terecht.draft.${idOf(form)}`;

/** @param {HTMLFormElement} form */
function stateOf(form) {
  let state = drafts.get(form);
  if (!state) {
    // what the page came with is what the server has
    const kept = fieldsOf(form).toString();
    state = { dirty: false, busy: false, paused: false, timer: 0, startedAt: 0, kept, trouble: "" };
    drafts.set(form, state);
  }
  return state;
}

/**
 * All fields of the form, without files and passwords.
 * @param {HTMLFormElement} form
 */
function fieldsOf(form) {
  const secret = new Set([...form.querySelectorAll("input[type=password], input[data-secret]")].map((one) => one.getAttribute("name")));
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !secret.has(name)) fields.append(name, value);
  }
  return fields;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} text
 * @param {boolean} [good]
 */
function show(form, text, good = true) {
  const place =
    form.querySelector("[data-draft-state]") ??
    document.querySelector(`[data-draft-state="${CSS.escape(idOf(form))}"]`);
  if (!place) return;
  place.classList.toggle("t-saved--not", !good);
  place.replaceChildren(icon(good ? "check" : "alert", "t-icon t-icon--s"), document.createTextNode(text));
}

/** One strip under the bar for all drafts of the page. */
function showTrouble() {
  const worst = [...drafts.values()].map((state) => state.trouble);
  const trouble = worst.includes("out") ? "out" : worst.includes("offline") ? "offline" : "";
  let holder = document.querySelector("[data-draft-strips]");
  if (!holder) {
    holder = make("div", { role: "status", "data-draft-strips": "" });
    const bar = document.querySelector(".t-bar, .t-site");
    if (bar) bar.after(holder);
    else document.body.prepend(holder);
  }
  if (holder.getAttribute("data-draft-strips") === trouble) return;
  holder.setAttribute("data-draft-strips", trouble);
  holder.replaceChildren();
  if (trouble === "") return;
  const [bold, rest] = trouble === "out" ? words.out : words.offline;
  const way =
    trouble === "out"
      ? make("a", { href: "/inloggen", target: "_blank", rel: "noopener", text: words.login })
      : make("button", { type: "button", class: "utrecht-button utrecht-button--secondary-action", text: words.now });
  if (trouble === "offline") way.addEventListener("click", saveAll);
  holder.append(
    make(
      "div",
      { class: "t-strip" },
      icon(trouble === "out" ? "lock" : "offline"),
      make("p", {}, make("b", { text: bold }), document.createTextNode(rest)),
      way,
    ),
  );
}

function saveAll() {
  for (const [form, state] of drafts) if (state.dirty) plan(form, 0);
}

/**
 * @param {HTMLFormElement} form
 * @param {number} [wait]
 */
function plan(form, wait) {
  const state = stateOf(form);
  if (state.busy || state.paused) return;
  clearTimeout(state.timer);
  const rest = Math.max(FIRST, state.startedAt + BETWEEN - Date.now());
  state.timer = window.setTimeout(() => save(form), wait ?? rest);
}

/**
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} fields
 * @param {{ signal?: AbortSignal, keepalive?: boolean }} [how]
 */
function post(form, fields, how) {
  return fetch(form.dataset.draft ?? "", {
    method: "POST",
    body: fields,
    headers: { Accept: "application/json", [HEADER]: nextNumber() },
    credentials: "same-origin",
    redirect: "manual",
    ...how,
  });
}

/** @param {HTMLFormElement} form */
async function save(form) {
  const state = stateOf(form);
  state.timer = 0;
  if (state.busy || !state.dirty) return;
  const fields = fieldsOf(form);
  const text = fields.toString();
  state.dirty = false;
  if (text === state.kept) return alreadyKept(form, state);
  state.busy = true;
  state.startedAt = Date.now();
  let again = -1;
  try {
    const answer = await post(form, fields, { signal: AbortSignal.timeout(TOO_LONG) });
    if (answer.ok) {
      const { savedAt } = answer.status === 204 ? { savedAt: undefined } : await answer.json();
      state.kept = text;
      sessionStorage.removeItem(copyKey(form));
      state.trouble = "";
      show(form, savedAt ? words.saved(savedAt) : words.savedNow);
    } else if (answer.status === 401 || answer.type === "opaqueredirect") {
      state.trouble = "out";
      again = AGAIN;
    } else if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
      state.trouble = "offline";
      again = AGAIN;
    } else {
      // refused for good (finished meanwhile, not allowed): the next letter tries again, nobody is hammered
      state.trouble = "";
      keepCopy(form, fields);
      show(form, words.refused, false);
    }
  } catch {
    state.trouble = "offline";
    again = AGAIN;
  }
  state.busy = false;
  if (again >= 0) {
    state.dirty = true;
    keepCopy(form, fieldsOf(form));
    show(form, words.not, false);
    plan(form, again);
  } else if (state.dirty) {
    plan(form, Math.max(0, state.startedAt + BETWEEN - Date.now()));
  }
  showTrouble();
}

/**
 * The server has it already: leaving a field changes nothing, and another tab may have saved something newer.
 * @param {HTMLFormElement} form
 * @param {State} state
 */
function alreadyKept(form, state) {
  sessionStorage.removeItem(copyKey(form));
  if (state.trouble) show(form, words.savedNow);
  state.trouble = "";
  showTrouble();
}

/**
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} fields
 */
function keepCopy(form, fields) {
  fields.delete("__RequestVerificationToken");
  try {
    sessionStorage.setItem(copyKey(form), JSON.stringify({ at: Date.now(), fields: [...fields] }));
  } catch {
    // no room or not allowed: the text is still in the form, and the saves go on
  }
}

/**
 * What never reached the server in this tab comes back into the form, and is saved.
 * @param {HTMLFormElement} form
 */
function takeBack(form) {
  const kept = sessionStorage.getItem(copyKey(form));
  if (!kept) return;
  /** @type {{ at: number, fields: [string, string][] }} */
  const copy = JSON.parse(kept);
  sessionStorage.removeItem(copyKey(form));
  if (Date.now() - copy.at > KEEP) return;
  const fields = new URLSearchParams(copy.fields);
  for (const control of form.elements) {
    if (!(
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ))
      continue;
    if (!fields.has(control.name)) {
      if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = false;
    } else if (control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type)) {
      control.checked = fields.getAll(control.name).includes(control.value);
    } else {
      control.value = fields.get(control.name) ?? "";
    }
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

/** @param {Event} event */
function onChange(event) {
  const form = event.target instanceof Element ? event.target.closest("form[data-draft]") : null;
  if (!(form instanceof HTMLFormElement)) return;
  const state = stateOf(form);
  state.dirty = true;
  state.paused = false;
  if (state.trouble) keepCopy(form, fieldsOf(form));
  if (!state.timer) plan(form);
}

/**
 * The form goes on its way itself: no draft overtakes it.
 * @param {Event} event
 */
function onSubmit(event) {
  const state = drafts.get(/** @type {HTMLFormElement} */ (event.target));
  if (!state) return;
  clearTimeout(state.timer);
  state.timer = 0;
  state.paused = true;
}

/**
 * The fields of a form on its way: newer than every draft that was sent.
 * @param {FormDataEvent} event
 */
function onFormData(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (drafts.get(form)?.paused) event.formData.set(HEADER, nextNumber());
}

/**
 * Parts of the page that follow a draft send its fields too.
 * @param {Event} event
 */
function onPart(event) {
  if (drafts.size > 0) /** @type {any} */ (event).detail.ctx.request.headers[HEADER] = nextNumber();
}

/**
 * The answer to a form sent by htmx: accepted, then there is nothing left to save; else saving goes on.
 * @param {Event} event
 */
function onAnswer(event) {
  const state = drafts.get(/** @type {HTMLFormElement} */ (event.target));
  if (!state?.paused) return;
  const status = /** @type {any} */ (event).detail?.ctx?.response?.status ?? 0;
  if (status >= 200 && status < 300) state.dirty = false;
  goOn();
}

function goOn() {
  for (const [form, state] of drafts) {
    state.paused = false;
    if (state.dirty) plan(form);
  }
}

/**
 * The form or the page goes away: what is not saved yet goes along, without waiting for the one under way.
 * @param {HTMLFormElement} form
 */
function saveLeaving(form) {
  const state = stateOf(form);
  if (!state.dirty || state.paused) return;
  const fields = fieldsOf(form);
  if (fields.toString() === state.kept) return;
  keepCopy(form, fieldsOf(form));
  // a browser sends no more than 64 KB after the page has gone
  post(form, fields, { keepalive: fields.toString().length < 60_000 })
    .then((answer) => answer.ok && sessionStorage.removeItem(copyKey(form)))
    .catch(() => undefined);
}

function onLeave() {
  for (const form of drafts.keys()) saveLeaving(form);
}

/** A form that left the page, with what was typed last. */
function forgetGone() {
  for (const known of drafts.keys()) {
    if (known.isConnected) continue;
    saveLeaving(known);
    drafts.delete(known);
  }
}

wake("form[data-draft]", (/** @type {HTMLFormElement} */ form) => {
  forgetGone();
  if (drafts.has(form)) return;
  stateOf(form);
  takeBack(form);
});

document.addEventListener("input", onChange);
document.addEventListener("change", onChange);
document.addEventListener("submit", onSubmit);
document.addEventListener("formdata", onFormData);
document.addEventListener("htmx:config:request", onPart);
document.addEventListener("htmx:finally:request", onAnswer);
document.addEventListener("htmx:after:swap", forgetGone);
window.addEventListener("online", saveAll);
window.addEventListener("pageshow", goOn);
window.addEventListener("pagehide", onLeave);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && onLeave());
