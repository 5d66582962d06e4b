// The button beside a password shows what was typed, or hides it again. Without this script there is no button.
for (const button of document.querySelectorAll("[data-reveal]")) {
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById(button.getAttribute("data-reveal") ?? ""));
  const word = button.querySelector("span");
  if (!(button instanceof HTMLButtonElement) || !field || !word) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const show = field.type === "password";
    field.type = show ? "text" : "password";
    word.textContent = show ? "Verberg" : "Toon";
    field.focus();
  });
}
