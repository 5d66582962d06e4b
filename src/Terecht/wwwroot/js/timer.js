// @ts-check
// A clock that counts since a moment. The page may say what time the server has (data-now on <html>) and how fast it runs (data-clock-rate),
// so that a demonstration on another clock counts on that clock.

const root = document.documentElement;
const loaded = performance.now();
const start = root.dataset.now ? Date.parse(root.dataset.now) : Date.now();
const rate = Number(root.dataset.clockRate ?? 1) || 1;

const now = () => start + (performance.now() - loaded) * rate;

/** @param {number} seconds */
export function minutes(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

function tick() {
  for (const time of document.querySelectorAll("time[data-since]")) {
    const since = Date.parse(time.getAttribute("data-since") ?? "");
    if (Number.isNaN(since)) continue;
    const text = minutes((now() - since) / 1000);
    if (time.textContent !== text) time.textContent = text;
  }
}

tick();
setInterval(tick, 1000);
