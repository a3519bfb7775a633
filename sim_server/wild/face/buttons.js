// What is pressed: never a button or a link by its role, always something with a handler.
import { chosen, h, shaded } from "./draw.js";

const keyed = (press) => (event) => event.key === "Enter" && press(event);

const SPEECH = "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H9l-5 4V6a2 2 0 0 1 2-2Z";
const drawn = (colour) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><path fill="${colour}" d="${SPEECH}"/></svg>`;

const halved = (text) => {
  const at = Math.ceil(text.length / 2);
  return [h("span", {}, text.slice(0, at)), h("span", {}, text.slice(at))];
};

const FORMS = {
  block: (text, look, press) => h("div", { class: `press ${look}`, tabIndex: 0, onclick: press, onkeydown: keyed(press) }, h("div", {}, text)),
  halves: (text, look, press) => h("div", { class: `press ${look}`, onclick: press }, halved(text)),
  anchor: (text, look, press) => h("a", { class: `press ${look}`, tabIndex: 0, onclick: press, onkeydown: keyed(press) }, h("i", { class: "dot" }), text),
  released: (text, look, press) => {
    let down = false;
    const mark = () => (down = true);
    const release = (event) => down && ((down = false), press(event));
    return h("span", { class: `press ${look}`, onpointerdown: mark, onpointerup: release }, h("b", {}, text));
  },
  element: (text, look, press) => {
    const knob = shaded("ui-knob", h("div", { class: `press ${look}` }, h("span", {}, text)));
    knob.className = `knob ${look}`;
    knob.addEventListener("click", press);
    return knob;
  },
};

// A button with words; `look` is what the tidy page says of it.
export const button = (text, look, press) => {
  const quiet = look.includes("link") ? "thin" : look.includes("quiet") ? "quiet" : "first";
  return chosen(`button ${text}`, Object.values(FORMS))(text, `${quiet}${look.includes("wide") ? " wide" : ""}`, press);
};

// The button that the consent of VK ID is known to have: a real one, its caption in a span.
export const consent = (text, press) =>
  h("button", { type: "button", class: "press first wide", onclick: press }, h("span", { class: "press-in" }, h("span", {}, text)));

// An icon: a picture with a title, or one that is told by its alternative text. A sign may stand for the picture.
export const iconButton = (title, press, sign = "") =>
  chosen(`icon ${title}`, [
    () => {
      const icon = h("span", { class: "icon", title, onclick: press }, sign);
      if (!sign) icon.innerHTML = drawn("currentColor");
      return icon;
    },
    () => (sign ? h("div", { class: "icon", title, onclick: press }, h("span", {}, sign))
      : h("span", { class: "icon", onclick: press }, h("img", { alt: title, src: `data:image/svg+xml,${encodeURIComponent(drawn("#2b5fb3"))}` }))),
  ])();

// Words that lead somewhere inside a text, or a tab of a site.
export const link = (text, look, press) =>
  chosen("link", [
    () => h("a", { class: `link ${look}`, onclick: press }, text),
    () => h("span", { class: `link ${look}`, tabIndex: 0, onclick: press, onkeydown: keyed(press) }, text),
    () => h("span", { class: `link ${look}`, onclick: press }, h("span", {}, text)),
  ])();
