// @ts-check
// Live: the server says "something changed, you are at 57"; the parts of the page that show it fetch themselves again.
// A web socket when there is one, asking every three seconds when there is none. Nothing is missed: after a break we ask what came since.

const POLL = 3000;
const GATHER = 150;
const WAITS = [1000, 2000, 5000, 10000];

/** @typedef {{ no: number, topics?: string[] }} News */

const topics = (document.body.dataset.live ?? "").split(/\s+/).filter((one) => one !== "");
let no = Number(document.body.dataset.liveNo ?? NaN);
let connected = false;
let attempt = 0;
let gathering = 0;

/** Topics heard since the last refresh. @type {Set<string>} */
const heard = new Set();

/** Parts that wait until the focus has left them. @type {Set<Element>} */
const waiting = new Set();

/** Parts under way. @type {Set<EventTarget>} */
const underWay = new Set();

/** @param {News} news */
function onNews(news) {
  if (!Number.isNaN(no) && news.no <= no) return;
  no = news.no;
  (news.topics ?? topics).forEach((topic) => heard.add(topic));
  gathering ||= window.setTimeout(tell, GATHER);
}

function tell() {
  gathering = 0;
  const changed = [...heard];
  heard.clear();
  document.dispatchEvent(new CustomEvent("terecht:changed", { detail: { no, topics: changed } }));
  const parts = [...document.querySelectorAll("[data-live-part]")].filter((part) => {
    const own = (part.getAttribute("data-live-part") ?? "").split(/\s+/).filter((one) => one !== "");
    return own.length === 0 || own.some((topic) => changed.includes(topic));
  });
  // A part inside another comes along with it, and by itself only while the other waits.
  const now = new Set(parts.filter((part) => !busyOrInUse(part)));
  for (const part of parts) {
    const outer = part.parentElement?.closest("[data-live-part]");
    if (!outer || !now.has(outer)) refresh(part);
  }
}

/** @param {Element} part */
function busyOrInUse(part) {
  return part.matches(":focus-within") || underWay.has(part);
}

/** @param {Element} part */
function refresh(part) {
  if (busyOrInUse(part)) {
    waiting.add(part);
    return;
  }
  waiting.delete(part);
  part.dispatchEvent(new CustomEvent("terecht:refresh"));
}

/** Parts may have been replaced meanwhile: one that is gone is refreshed already. */
function refreshWaiting() {
  for (const part of waiting) {
    if (part.isConnected) refresh(part);
    else waiting.delete(part);
  }
}

/** What came since the last number; the first time only the number. */
async function ask() {
  const query = new URLSearchParams({ topics: topics.join(",") });
  if (!Number.isNaN(no)) query.set("after", String(no));
  const answer = await fetch(`/feed?${query}`, {
    headers: { Accept: "application/json" },
    credentials: "same-origin",
    signal: AbortSignal.timeout(8000),
  });
  if (!answer.ok) return;
  const news = /** @type {News} */ (await answer.json());
  if (Number.isNaN(no)) no = news.no;
  else if ((news.topics ?? []).length > 0) onNews(news);
  else no = Math.max(no, news.no);
}

async function poll() {
  if (!connected && document.visibilityState === "visible") await ask().catch(() => undefined);
  window.setTimeout(poll, POLL);
}

async function connect() {
  const again = () => {
    connected = false;
    window.setTimeout(connect, WAITS[Math.min(attempt++, WAITS.length - 1)]);
  };
  try {
    await import("../vendor/signalr.min.js");
    const signalR = /** @type {any} */ (globalThis).signalR;
    const connection = new signalR.HubConnectionBuilder()
      .withUrl("/live", { transport: signalR.HttpTransportType.WebSockets, skipNegotiation: true })
      .configureLogging(signalR.LogLevel.None)
      .build();
    connection.on("changed", onNews);
    connection.onclose(again);
    await connection.start();
    await connection.invoke("Subscribe", topics);
    connected = true;
    attempt = 0;
    await ask();
  } catch {
    again();
  }
}

/** Only the busy line moves while a part is fetched. @param {boolean} on @param {Event} event */
function busy(on, event) {
  const part = event.target instanceof Element ? event.target.closest("[data-live-part]") : null;
  if (on && part) underWay.add(part);
  else if (!on && part) underWay.delete(part);
  for (const one of underWay) if (!(/** @type {Element} */ (one).isConnected)) underWay.delete(one);
  document.querySelectorAll(".t-live").forEach((line) => line.classList.toggle("t-live--on", underWay.size > 0));
  if (!on) refreshWaiting();
}

if (topics.length > 0) {
  document.addEventListener("focusout", () => window.setTimeout(refreshWaiting, 0));
  document.addEventListener("htmx:before:request", (event) => busy(true, event));
  document.addEventListener("htmx:finally:request", (event) => busy(false, event));
  document.addEventListener(
    "visibilitychange",
    () => document.visibilityState === "visible" && ask().catch(() => undefined),
  );
  connect();
  window.setTimeout(poll, POLL);
}
