// @ts-check
// One table of keys for the whole product: an element says its own key in data-key, and the key does what a click on it does.
import { takesText } from "./page.js";

/** Words for keys in data-key, beside the letter itself. */
const NAMES = new Map([
  ["ENTER", "Enter"],
  ["⏎", "Enter"],
  ["ESC", "Escape"],
]);

/**
 * The keys an element listens to: "T", "/,Ctrl K", "Ctrl Enter".
 * @param {Element} element
 */
function keysOf(element) {
  return (element.getAttribute("data-key") ?? "")
    .split(",")
    .map((one) => one.trim().split(/\s+/))
    .filter((words) => words[0] !== "")
    .map((words) => ({
      ctrl: words.length > 1 && words[0] === "Ctrl",
      key: NAMES.get(words[words.length - 1].toUpperCase()) ?? words[words.length - 1].toUpperCase(),
    }));
}

/** @param {Element} element */
function canBeUsed(element) {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.matches(":disabled, [aria-disabled=true], [inert] *") &&
    !(element instanceof HTMLLabelElement && /** @type {any} */ (element.control)?.disabled)
  );
}

/**
 * The first element in sight with this key; with `hidden` also one out of sight.
 * @param {string} key
 * @param {boolean} ctrl
 * @param {boolean} [hidden]
 * @returns {HTMLElement | undefined}
 */
function withKey(key, ctrl, hidden = false) {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-key]")]);
  return all.find(
    (element) => keysOf(element).some((one) => one.ctrl === ctrl && one.key === key) && (hidden || canBeUsed(element)),
  );
}

/**
 * Does what a click does; a text field gets the focus instead, and of a group the choice that is made: arrows choose another.
 * @param {HTMLElement} element
 */
function activate(element) {
  if (element instanceof HTMLFieldSetElement) {
    /** @type {HTMLElement | null} */ (element.querySelector("input:checked") ?? element.querySelector("input"))?.focus();
    return;
  }
  const target = element instanceof HTMLLabelElement && element.control ? element.control : element;
  target.focus();
  if (takesText(target)) {
    if (target instanceof HTMLInputElement) target.select();
  } else {
    target.click();
  }
}

/** The button that Ctrl+Enter presses: the main one of the form where you are, else the only one in sight. */
function mainButton() {
  const primary = ".utrecht-button--primary-action";
  const form = document.activeElement?.closest("form");
  const places = [form, document.activeElement?.closest(".t-pane"), document.querySelector(".t-pane--work, main")];
  for (const place of places) {
    const own = [...(place?.querySelectorAll(primary) ?? [])].find(canBeUsed);
    if (own) return /** @type {HTMLElement} */ (own);
  }
  return undefined;
}

/** Out of the text field, to the pane it stands in: what was typed stays. */
function leaveField() {
  const field = /** @type {HTMLElement} */ (document.activeElement);
  const place = /** @type {HTMLElement | null} */ (field.closest(".t-pane, main"));
  field.blur();
  if (!place) return;
  if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
}

/**
 * To the next or the previous link of the lists in sight.
 * @param {1 | -1} step
 */
function moveInList(step) {
  const links = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-list] a[href]")].filter(canBeUsed));
  if (links.length === 0) return false;
  const focused = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const at = focused >= 0 ? focused : links.findIndex((link) => link.hasAttribute("aria-current"));
  const to = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step));
  links[to].focus();
  links[to].scrollIntoView({ block: "nearest" });
  return true;
}

/**
 * A key that works without an element in sight: J and K, ?, and the search that is folded away on a narrow screen.
 * @param {string} key
 * @param {boolean} ctrl
 */
function withoutElement(key, ctrl) {
  if (!ctrl && key === "J") return moveInList(1);
  if (!ctrl && key === "K") return moveInList(-1);
  if (!ctrl && key === "?") {
    location.assign("/toetsen");
    return true;
  }
  const folded = withKey(key, ctrl, true);
  const opener = folded?.closest("[id]:not(input)");
  const link = opener && document.querySelector(`a[href="#${opener.id}"]`);
  if (!folded || !(link instanceof HTMLElement) || !canBeUsed(link)) return false;
  link.click();
  requestAnimationFrame(() => folded.focus());
  return true;
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.defaultPrevented || event.repeat || event.isComposing || event.altKey) return;
  const typing = takesText(document.activeElement);
  const ctrl = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;

  if (key === "Escape" && !ctrl) {
    if (typing) {
      leaveField();
      event.preventDefault();
      return;
    }
  } else if (key === "Enter") {
    if (!ctrl) return;
  } else if (key.length > 1) {
    return;
  } else if (!ctrl) {
    const shifted = event.shiftKey && /^\p{L}$/u.test(key);
    if (typing || shifted || document.body.dataset.keys === "off") return;
  }

  const element = withKey(key, ctrl) ?? (ctrl && key === "Enter" ? mainButton() : undefined);
  if (element) {
    activate(element);
    event.preventDefault();
  } else if (key.length === 1 && withoutElement(key, ctrl)) {
    event.preventDefault();
  }
}

document.addEventListener("keydown", onKey);
