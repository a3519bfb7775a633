// A library of our own, as small as it can be: elements from functions, and choices that depend on the seed.

// An element: h("div", {class: "x", onclick: f}, child, [children], "text").
export const h = (name, given = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key in element && key !== "style") element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity));
  return element;
};

// The same contents inside an open shadow root, with the face's style.
export const shaded = (name, ...children) => {
  const host = h(name);
  const root = host.attachShadow({ mode: "open" });
  const style = document.querySelector("link[rel=stylesheet]").cloneNode();
  root.append(style, ...children.flat(Infinity));
  return host;
};

const { seed, house } = document.body.dataset;

const mixed = (text) => {
  let sum = 2166136261;
  for (const letter of text) sum = Math.imul(sum ^ letter.codePointAt(0), 16777619) >>> 0;
  sum ^= sum >>> 15;
  return Math.imul(sum, 2246822519) >>> 0;
};

// The screen whose widgets are chosen now; its title, so that reloading changes nothing.
let screen = "";
export const onScreen = (title) => (screen = title);

// One of the forms, the same for this seed, site and screen; `what` tells one choice from another.
export const chosen = (what, forms) => forms[mixed(`${seed}/${house}/${screen}/${what}`) % forms.length];
export const drawn = (what, below) => mixed(`${seed}/${house}/${screen}/${what}`) % below;

// Words that stand in several nodes, as translated and highlighted texts do.
export const split = (text) => {
  const words = text.split(" ");
  if (words.length < 3 || drawn(`split ${text}`, 3)) return text;
  const at = 1 + drawn(`at ${text}`, words.length - 1);
  return [h("span", {}, `${words.slice(0, at).join(" ")} `), h("span", {}, words.slice(at).join(" "))];
};

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
