// @ts-check
// Shows what is typed in a password field: <button type="button" hidden data-reveal="id of the field">. Hidden where it cannot work.
import { inPageLanguage, wake } from "./page.js";

const words = inPageLanguage({ nl: { show: "Toon", hide: "Verberg" }, en: { show: "Show", hide: "Hide" } });

wake("button[data-reveal]", (/** @type {HTMLButtonElement} */ button) => {
  button.hidden = false;
});

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button[data-reveal]") : null;
  const field = button && document.getElementById(button.getAttribute("data-reveal") ?? "");
  if (!(field instanceof HTMLInputElement) || !button) return;
  const shown = field.type === "password";
  field.dataset.secret = "";
  field.type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", String(shown));
  const label = button.lastChild;
  if (label?.nodeType === Node.TEXT_NODE) label.textContent = shown ? words.hide : words.show;
});
