// From the tree of a page to its widgets. `walk` is how the page leads on: to(address), send(form), away(address).
import { button, consent, iconButton, link } from "./buttons.js";
import { chosen, h, split } from "./draw.js";
import { field } from "./fields.js";
import { bubbles, list, table } from "./lists.js";
import { titled } from "./titles.js";

const CONSENTS = ["Разрешить", "Подтвердить"];

// Whether what this screen says in passing is a toast, which goes; else it stands in the page.
export const inPassing = () => chosen("note", [true, false]);

class Drawing {
  constructor(walk) {
    this.walk = walk;
    this.filled = null;
  }

  all(nodes) {
    return nodes.map((node) => this[node.k](node));
  }

  text({ t }) {
    return split(t);
  }

  break() {
    return h("br");
  }

  inline({ look, c }) {
    return h("span", { class: look.join(" ") }, this.all(c));
  }

  block({ look, c }) {
    return h("div", { class: `group ${look.join(" ")}` }, this.all(c));
  }

  heading({ t }) {
    return h("div", { class: "subtitle" }, t);
  }

  paragraph({ tone, look, c }) {
    if (tone === "note" && inPassing()) return "";
    return h("div", { class: `say ${tone} ${look.join(" ")}` }, this.all(c));
  }

  link(node) {
    const press = () => this.walk.to(node.href, node.new);
    if (node.title) return iconButton(node.title, press);
    if (node.look.includes("button")) return button(node.t, node.look, press);
    return link(node.t, node.current ? "current" : "", press);
  }

  button(node) {
    const { send, consents } = this.filled;
    const press = () => send();
    if (node.title) return iconButton(node.title, press, node.t);
    if (consents || CONSENTS.includes(node.t)) return consent(node.t, press);
    return button(node.t, node.look, press);
  }

  form(node) {
    const outer = this.filled;
    this.filled = this.filling(node);
    const { send } = this.filled;
    const inside = this.all(node.c);
    this.filled = outer;
    const enter = (event) => event.key === "Enter" && event.composedPath()[0].tagName === "INPUT" && send();
    return h("div", { class: `form ${node.look.join(" ")}`, onkeydown: enter }, inside);
  }

  // What is typed so far; `more` is for a name that may have several values.
  filling(node) {
    const values = new Map(node.sent);
    const several = new Map();
    return {
      consents: node.action.endsWith("/consent"),
      put: (name, value) => values.set(name, value),
      more: (name, value, on) => (on ? several.set(`${name} ${value}`, [name, value]) : several.delete(`${name} ${value}`)),
      send: () => this.walk.send(node, [...values, ...several.values()].filter(([name]) => name)),
    };
  }

  field(node) {
    return field(node, this.filled.put, this.filled.more, this.filled.send);
  }

  tabs({ look, c }) {
    return h("div", { class: `tabs ${look.join(" ")}` }, this.all(c));
  }

  list({ look, items, own }) {
    const drawn = items.map((item) => this.all(item));
    return look.includes("messages") ? bubbles(drawn, own) : list(drawn);
  }

  table({ rows }) {
    return table(rows.map((row) => row.map((cell) => this.all(cell))));
  }

  more({ t, c }) {
    const inside = h("div", { class: "more", hidden: true }, this.all(c));
    return h("div", {}, link(t, "", () => (inside.hidden = !inside.hidden)), inside);
  }

  // Counts down to a deadline, not by decrement: a page that slept shows the truth.
  countdown({ seconds, t }) {
    const line = h("div", { class: "soft" });
    this.deadline = Date.now() + seconds * 1000;
    const show = () => {
      const left = Math.max(0, Math.ceil((this.deadline - Date.now()) / 1000));
      line.textContent = t.replace("{left}", `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`);
      line.hidden = left === 0;
      if (this.late) this.late.hidden = left > 0;
      if (left === 0) clearInterval(timer);
    };
    const timer = setInterval(show, 250);
    queueMicrotask(show);
    return line;
  }

  afterwards({ c }) {
    return (this.late = h("div", { class: "actions" }, this.all(c)));
  }
}

export const drawing = (walk) => new Drawing(walk);

// The title and what stands below it.
export const page = (tree, walk) => titled(tree.title, drawing(walk).all(tree.body));
