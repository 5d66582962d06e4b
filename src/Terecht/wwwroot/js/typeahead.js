// @ts-check
// Choosing from a list while typing: an ARIA combobox with a list box. Without script the typed text is posted and the server finds the one meant.
import { inPageLanguage, make, say, wake } from "./page.js";

const PAUSE = 80;

const words = inPageLanguage({
  nl: {
    count: (/** @type {number} */ n) => (n === 1 ? "1 keuze" : `${n} keuzes`),
    none: "Niets gevonden",
    down: "Zoeken lukt nu niet. Typ gerust door.",
    picked: "gekozen",
  },
  en: {
    count: (/** @type {number} */ n) => (n === 1 ? "1 choice" : `${n} choices`),
    none: "Nothing found",
    down: "Searching does not work now. Please type on.",
    picked: "chosen",
  },
});

/**
 * One choice, as the server sends it.
 * @typedef {{ value: string, label: string, sub?: string, meta?: string, badge?: string }} Choice
 * @typedef {{ box: HTMLElement, list: HTMLElement, none: HTMLElement, choices: Choice[], active: number, timer: number, asking?: AbortController }} State
 * @type {WeakMap<HTMLInputElement, State>}
 */
const states = new WeakMap();
let counter = 0;

/** @param {HTMLInputElement} input */
function stateOf(input) {
  let state = states.get(input);
  if (!state) {
    const id = `keuzes-${++counter}`;
    const list = make("ul", { role: "listbox", id, "aria-label": input.labels?.[0]?.textContent?.trim() ?? "" });
    const none = make("p", { class: "t-combo__none", hidden: "" });
    const box = make("div", { class: "t-combo__list t-combo__list--float", hidden: "" }, list, none);
    state = { box, list, none, choices: [], active: -1, timer: 0 };
    states.set(input, state);
    // a press on a choice must not take the focus out of the field
    box.addEventListener("pointerdown", (event) => event.preventDefault());
    box.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
      if (option) pick(input, [...list.children].indexOf(option));
    });
  }
  return state;
}

/** Puts in place what a fresh page or a morph does not have. @param {HTMLInputElement} input */
function prepare(input) {
  const { box, list } = stateOf(input);
  if (!box.isConnected || box.parentElement !== input.parentElement) {
    input.parentElement?.classList.add("t-combo");
    input.after(box);
  }
  const facts = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, autocomplete: "off" };
  for (const [name, value] of Object.entries(facts)) {
    if (input.getAttribute(name) !== value) input.setAttribute(name, value);
  }
  if (!input.hasAttribute("aria-expanded")) input.setAttribute("aria-expanded", "false");
}

/** @param {HTMLInputElement} input */
const isOpen = (input) => input.getAttribute("aria-expanded") === "true";

/** @param {HTMLInputElement} input @param {boolean} open */
function toggle(input, open) {
  const { box } = stateOf(input);
  box.hidden = !open;
  box.style.insetBlockStart = `${input.offsetTop + input.offsetHeight}px`;
  input.setAttribute("aria-expanded", String(open));
  if (!open) mark(input, -1);
}

/** @param {HTMLInputElement} input @param {number} at */
function mark(input, at) {
  const state = stateOf(input);
  state.active = at;
  [...state.list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
  const option = state.list.children[at];
  if (option) {
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    input.removeAttribute("aria-activedescendant");
  }
}

/** @param {HTMLInputElement} input */
function targetOf(input) {
  const name = input.dataset.target;
  // a field may stand outside its form and belong to it by its form attribute
  const found = name && [...(input.form?.elements ?? [])].find((one) => one.getAttribute("name") === name);
  return found instanceof HTMLInputElement ? found : undefined;
}

/** An answer under way must not open a list that was closed. @param {State} state */
function stopAsking(state) {
  clearTimeout(state.timer);
  state.asking?.abort();
}

/** @param {HTMLInputElement} input @param {number} at */
function pick(input, at) {
  const state = stateOf(input);
  const choice = state.choices[at];
  if (!choice) return;
  stopAsking(state);
  input.value = choice.label;
  const target = targetOf(input);
  if (target) {
    target.value = choice.value;
    target.dispatchEvent(new Event("change", { bubbles: true }));
  }
  toggle(input, false);
  say(`${choice.label} ${words.picked}`);
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** @param {HTMLInputElement} input @param {Choice[]} choices */
function fill(input, choices) {
  const state = stateOf(input);
  state.choices = choices;
  state.list.replaceChildren(
    ...choices.map((choice, index) =>
      make(
        "li",
        { class: "t-opt", role: "option", id: `${state.list.id}-${index}`, "aria-selected": "false" },
        make(
          "span",
          { class: "t-opt__name", text: choice.label },
          choice.badge ? document.createTextNode(" ") : null,
          choice.badge ? make("span", { class: "utrecht-data-badge", text: choice.badge }) : null,
        ),
        choice.meta ? make("span", { class: "t-opt__when", text: choice.meta }) : null,
        choice.sub ? make("span", { class: "t-opt__sub", text: choice.sub }) : null,
      ),
    ),
  );
  state.list.hidden = choices.length === 0;
  note(input, choices.length === 0 ? words.none : "");
  toggle(input, true);
  mark(input, choices.length > 0 ? 0 : -1);
  say(choices.length === 0 ? words.none : `${words.count(choices.length)}. ${choices[0].label}`);
}

/** @param {HTMLInputElement} input @param {string} text */
function note(input, text) {
  const { none } = stateOf(input);
  none.textContent = text;
  none.hidden = text === "";
}

/** @param {HTMLInputElement} input */
async function ask(input) {
  const state = stateOf(input);
  state.asking?.abort();
  const asking = (state.asking = new AbortController());
  const written = input.dataset.typeahead ?? "";
  const url = new URL(written, location.href);
  const text = input.value.trim();
  if (written.endsWith("=")) url.href += encodeURIComponent(text);
  else url.searchParams.set("q", text);
  try {
    const answer = await fetch(url, {
      signal: asking.signal,
      headers: { Accept: "application/json" },
      credentials: "same-origin",
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const choices = /** @type {Choice[]} */ (await answer.json());
    if (document.activeElement === input) fill(input, choices);
  } catch {
    if (asking.signal.aborted || document.activeElement !== input) return;
    state.choices = [];
    state.list.replaceChildren();
    state.list.hidden = true;
    note(input, words.down);
    toggle(input, true);
    say(words.down);
  }
}

/** @param {EventTarget | null} target @returns {HTMLInputElement | undefined} */
function fieldOf(target) {
  return target instanceof HTMLInputElement && target.matches("[data-typeahead]") ? target : undefined;
}

document.addEventListener("input", (event) => {
  const input = fieldOf(event.target);
  if (!input) return;
  prepare(input);
  const target = targetOf(input);
  // other text is another choice: the old one no longer holds
  if (target && target.value !== "") target.value = "";
  const state = stateOf(input);
  clearTimeout(state.timer);
  if (input.value.trim() === "") {
    state.asking?.abort();
    toggle(input, false);
    return;
  }
  state.timer = window.setTimeout(() => ask(input), PAUSE);
});

document.addEventListener(
  "keydown",
  (event) => {
    const input = fieldOf(event.target);
    if (!input || event.isComposing || event.ctrlKey || event.metaKey) return;
    const state = stateOf(input);
    const last = state.choices.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen(input)) ask(input);
      else if (event.key === "ArrowDown") mark(input, state.active >= last ? 0 : state.active + 1);
      else mark(input, state.active <= 0 ? last : state.active - 1);
    } else if (event.key === "Enter" && isOpen(input) && state.active >= 0) {
      event.preventDefault();
      pick(input, state.active);
    } else if (event.key === "Escape" && isOpen(input)) {
      event.preventDefault();
      stopAsking(state);
      toggle(input, false);
    }
  },
  true,
);

document.addEventListener("focusout", (event) => {
  const input = fieldOf(event.target);
  if (!input || !states.has(input)) return;
  stopAsking(stateOf(input));
  toggle(input, false);
});

wake("input[data-typeahead]", prepare);
