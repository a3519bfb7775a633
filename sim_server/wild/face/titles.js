// What a screen is called: never a heading of the first level.
import { chosen, h } from "./draw.js";

const inTwo = (text) => {
  const words = text.split(" ");
  const at = Math.ceil(words.length / 2);
  return words.length > 1 ? [h("span", {}, `${words.slice(0, at).join(" ")} `), h("span", {}, words.slice(at).join(" "))] : [h("span", {}, text)];
};

const FORMS = {
  block: (text, body) => [h("div", { class: "title" }, text), body],
  second: (text, body) => [h("h2", { class: "title" }, text), body],
  third: (text, body) => [h("h3", { class: "title" }, h("span", {}, text)), body],
  dialog: (text, body) => [h("div", { role: "dialog", "aria-label": text, class: "dialog" }, h("div", { class: "title" }, text), body)],
  spans: (text, body) => [h("div", { class: "title" }, inTwo(text)), body],
};

// The screen's title and, below it or inside the same dialog, what it says.
export const titled = (text, body) => chosen("title", Object.values(FORMS))(text, body);
