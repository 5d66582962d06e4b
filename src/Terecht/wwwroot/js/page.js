// @ts-check
// What the islands share: elements that come and go, icons, words in the language of the page, and saying something aloud.

/**
 * Runs `prepare` for every element that matches, now and after each change of the page. `prepare` may run again for the same element,
 * because a morph takes away what a script added: it must do nothing when all is there.
 * @template {HTMLElement} T
 * @param {string} selector
 * @param {(element: T) => void} prepare
 */
export function wake(selector, prepare) {
  const all = () => document.querySelectorAll(selector).forEach((element) => prepare(/** @type {T} */ (element)));
  const later = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      all();
    });
  };
  let waiting = 0;
  all();
  new MutationObserver(later).observe(document.body, { childList: true, subtree: true });
}

/**
 * @param {string} tag
 * @param {{ class?: string, text?: string, [attribute: string]: string | undefined }} [facts]
 * @param {...(Node | null | undefined)} children
 */
export function make(tag, facts = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    if (name === "text") element.textContent = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * An icon of the sprite the page itself uses, so with the same fingerprint.
 * @param {string} name
 * @param {string} [classes]
 */
export function icon(name, classes = "t-icon") {
  const sprite = document.querySelector("svg > use")?.getAttribute("href")?.split("#")[0] ?? "/icons.svg";
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", classes);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

/**
 * Words in the language of the page.
 * @template T
 * @param {{ nl: T, en: T }} words
 * @returns {T}
 */
export function inPageLanguage(words) {
  return document.documentElement.lang.startsWith("en") ? words.en : words.nl;
}

/** @type {HTMLElement | null} */
let voice = null;

/**
 * Says something to who listens to the page.
 * @param {string} text
 */
export function say(text) {
  if (!voice?.isConnected) {
    voice = make("div", { class: "t-sr", role: "status" });
    document.body.append(voice);
  }
  voice.textContent = "";
  requestAnimationFrame(() => {
    if (voice) voice.textContent = text;
  });
}

const WITHOUT_TEXT = ["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"];

/**
 * True where a letter is text (or chooses from a list) and so cannot be a key.
 * @param {Element | null} element
 */
export function takesText(element) {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable) return true;
  if (element instanceof HTMLInputElement) return !WITHOUT_TEXT.includes(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}
