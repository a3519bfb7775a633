// The page that never loads another one: fetches each address as data, draws it, and keeps the browser's history.
import { layOver } from "../ways/ways.js";
import { chosen, drawn, h, onScreen, shaded, wait } from "./draw.js";
import { cookieBar, news, toast, waiting } from "./overlays.js";
import { drawing, inPassing, page } from "./pages.js";
import { away, place, told } from "./vkid.js";

const root = document.getElementById("root");
const DATA = { Accept: "application/json" };
const PATIENCE = 120; // milliseconds until a page that is not there yet shows that it comes
const LONGEST_WAIT = 900;
let last = null;
let shown = "";
let asked = 0;
let asking = null;
let sending = false;

const here = () => location.pathname + location.search;

// The answer to a request, or to where it leads on this site; null if it leads away from it.
const answered = async (address, options) => {
  const answer = await fetch(address, { ...options, headers: { ...DATA, ...options?.headers } });
  const data = await answer.json();
  if (data.leave) {
    await away(data.leave, data.how);
    return null;
  }
  return data.go ? answered(data.go) : { address, ...data };
};

const MAINS = [(main) => main, (main) => shaded("ui-page", main), (main) => h("div", {}, main)];

const whole = (tree, ways) => {
  const walk = { to, send };
  const draw = drawing(walk);
  const bar = h("div", { class: "bar" }, h("span", { class: "bar-name", onclick: () => to("/") }, tree.site), draw.all(tree.bar));
  const body = layOver(ways, tree, walk, () => page(tree, walk));
  const main = chosen("main", MAINS)(h("div", { class: "main" }, body));
  const side = tree.side.length ? [h("div", { class: "side" }, h("div", { class: "subtitle" }, tree.side_name), drawing(walk).all(tree.side))] : [];
  return h("div", { class: side.length ? "site chatting" : "site" }, bar, h("div", { class: "middle" }, side, main));
};

const draw = (data) => {
  const { tree, ways, asker } = (last = data);
  onScreen(`${tree.title} ${asker ?? ""}`);
  document.title = tree.document;
  if (tree.colour) document.documentElement.style.setProperty("--accent", tree.colour);
  root.replaceChildren(whole(tree, ways));
  shown = state(tree);
  clearInterval(asking);
  if (tree.period) asking = setInterval(renew, tree.period * 1000);
  place();
};

// What a page says in passing.
const notes = (nodes) => nodes.filter((node) => node.tone === "note").map((node) => words(node.c));
const words = (nodes) => nodes.map((node) => node.t ?? words(node.c ?? [])).join("");

// A tree without what changes in every answer.
const state = (tree) => JSON.stringify(tree, (key, value) => (key === "sent" || key === "seconds" ? undefined : value));

// Show what is told at an address, or after sending a form there; the answer is where that is, or nothing if it is elsewhere.
const show = async (address, options) => {
  const mine = ++asked;
  const late = setTimeout(() => mine === asked && root.querySelector(".main, ui-page")?.replaceWith(waiting()), PATIENCE);
  if (!root.firstChild) root.append(waiting());
  try {
    const [data] = await Promise.all([answered(address, options), wait(drawn(`wait ${address}`, LONGEST_WAIT))]);
    if (mine !== asked) return null;
    if (data === null) return last && draw(last); // VK ID came in front of it
    draw(data);
    if (inPassing()) notes(data.tree.body).forEach(toast);
    return data.address;
  } catch (failure) {
    toast("Нет связи. Проверьте интернет и попробуйте ещё раз.");
    throw failure;
  } finally {
    clearTimeout(late);
  }
};

// Go to an address: on this site without loading anything, to another site as browsers do.
const to = async (address, apart = false) => {
  const there = new URL(address, location.href);
  if (apart) return window.open(there, "_blank", "noopener");
  if (there.origin !== location.origin) return away(there.href, "page");
  history.pushState({}, "", there);
  scrollTo(0, 0);
  const reached = await show(there.pathname + there.search);
  if (reached) history.replaceState({}, "", reached);
};

const send = async (form, values) => {
  if (sending) return; // a second press says nothing new
  sending = true;
  try {
    await sent(form, values);
  } finally {
    sending = false;
  }
};

// What is refused is shown where it was asked.
const sent = async (form, values) => {
  const data = new URLSearchParams(values);
  const action = new URL(form.action || here(), location.href);
  if (form.method === "get") {
    action.search = data;
    return to(action.href);
  }
  const before = here();
  const reached = await show(action.pathname + action.search, { method: "POST", body: data });
  if (!reached) return;
  const isNew = reached !== before;
  history[isNew ? "pushState" : "replaceState"]({}, "", reached);
  if (isNew) scrollTo(0, 0);
};

// What stands in fields, also in shadow roots: a page that is drawn anew keeps it.
const fields = (ground = root) =>
  [...ground.querySelectorAll("*")].flatMap((one) => [...(one.matches("input, textarea") ? [one] : []), ...(one.shadowRoot ? fields(one.shadowRoot) : [])]);

const redraw = (data) => {
  const before = fields();
  const focused = before.findIndex((one) => one.getRootNode().activeElement === one);
  const typed = before.map((one) => one.value);
  draw(data);
  const after = fields();
  if (after.length !== before.length) return;
  after.forEach((one, at) => {
    if (one.value === typed[at]) return;
    one.value = typed[at];
    one.dispatchEvent(new Event("input", { bubbles: true }));
  });
  after[focused]?.focus();
};

// A page with news asks for them.
const renew = async () => {
  if (document.hidden) return;
  const mine = asked;
  const data = await answered(here(), { headers: { "X-Renews": "1" } }).catch(() => null);
  if (data?.left) data.tree = { ...last.tree, ...data.left }; // it is not theirs any more
  if (data?.tree && mine === asked && state(data.tree) !== shown) redraw({ ...last, ...data });
};

addEventListener("popstate", () => show(here()));
told(to);
const reached = await show(here());
if (reached) history.replaceState({}, "", reached);
cookieBar();
if (document.querySelector(".bar .icon, .bar ui-knob, .tabs")) news();
