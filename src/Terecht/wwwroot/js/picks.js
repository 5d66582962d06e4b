// @ts-check
// A list with boxes to choose rows: one box chooses all, and the bar says how many are chosen. Without script the boxes work
// by themselves.

document.addEventListener("change", (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
  const form = box.form;
  if (!form) return;
  if (box.dataset.pickAll) {
    for (const one of boxes(form, box.dataset.pickAll)) one.checked = box.checked;
    count(form, box.dataset.pickAll);
  } else if (form.querySelector(`[data-pick-count="${CSS.escape(box.name)}"]`)) {
    count(form, box.name);
  }
});

document.addEventListener("click", (event) => {
  const none = event.target instanceof Element ? event.target.closest("[data-pick-none]") : null;
  if (!(none instanceof HTMLButtonElement) || !none.form) return;
  const name = none.dataset.pickNone ?? "";
  for (const one of boxes(none.form, name)) one.checked = false;
  count(none.form, name);
  boxes(none.form, name)[0]?.focus();
});

/** @param {HTMLFormElement} form @param {string} name @returns {HTMLInputElement[]} */
function boxes(form, name) {
  return [...form.elements].filter((e) => e instanceof HTMLInputElement && e.type === "checkbox" && e.name === name).map((e) => /** @type {HTMLInputElement} */ (e));
}

/** @param {HTMLFormElement} form @param {string} name */
function count(form, name) {
  const all = boxes(form, name);
  const chosen = all.filter((b) => b.checked).length;
  const head = form.querySelector(`[data-pick-all="${CSS.escape(name)}"]`);
  if (head instanceof HTMLInputElement) {
    head.checked = chosen > 0 && chosen === all.length;
    head.indeterminate = chosen > 0 && chosen < all.length;
  }
  const line = form.querySelector(`[data-pick-count="${CSS.escape(name)}"]`);
  if (!line) return;
  const words = document.createElement("b");
  words.textContent = chosen === 0 ? "Met wat u kiest" : `${chosen} gekozen`;
  line.replaceChildren(words);
  if (chosen === 0) return;
  const none = document.createElement("button");
  none.type = "button";
  none.className = "t-bulk__none";
  none.dataset.pickNone = name;
  none.textContent = "Kies geen";
  line.append(none);
}
