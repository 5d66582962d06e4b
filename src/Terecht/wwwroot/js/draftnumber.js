// @ts-check
// Orders the saves of a draft, so that the server can tell a late one from a newer one.

export const HEADER = "Draft-No";

const TAB = "terecht.draft.tab";
const NUMBER = "terecht.draft.number";

/**
 * Orders what this tab sends: a late save that arrives after a newer one can be told apart. Also over reloads, and when the
 * clock is set back.
 */
export function nextNumber() {
  let tab = sessionStorage.getItem(TAB);
  if (!tab) sessionStorage.setItem(TAB, (tab = crypto.getRandomValues(new Uint32Array(2)).join("-")));
  const number = Math.max(Number(sessionStorage.getItem(NUMBER)) + 1, Date.now());
  sessionStorage.setItem(NUMBER, String(number));
  return `${tab} ${number}`;
}
