// Things of one kind: rows, cards, a table, or a list of terms.
import { chosen, h } from "./draw.js";

const FORMS = {
  rows: (items) => h("div", { class: "rows" }, items.map((item) => h("div", { class: "row-item" }, item))),
  cards: (items) => h("div", { class: "cards" }, items.map((item) => h("div", { class: "card" }, h("div", {}, item)))),
  table: (items) => h("table", { class: "listed", role: "presentation" }, h("tbody", {}, items.map((item) => h("tr", {}, h("td", {}, item))))),
  terms: (items) => h("dl", { class: "rows" }, items.map((item) => h("dd", { class: "row-item" }, item))),
};

export const list = (items) => chosen("list", Object.values(FORMS))(items);

// Messages of a chat: bubbles, one's own at the other side.
export const bubbles = (items, own) =>
  h("div", { class: "bubbles" }, items.map((item, at) => h("div", { class: own[at] ? "bubble own" : "bubble" }, item)));

export const table = (rows) =>
  h("div", { class: "pairs" }, rows.map((cells) => h("div", { class: "pair" }, cells.map((cell) => h("div", {}, cell)))));
