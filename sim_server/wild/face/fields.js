// Where something is typed: captions stand in placeholders, beside or above, and belong to no field.
import { cells } from "./cells.js";
import { chosen, h, shaded } from "./draw.js";
import { date } from "./dates.js";
import { select } from "./selects.js";

// A field's caption: gone while typing, floating upwards, above, or beside.
const PLACES = {
  placeholder: (input, caption) => {
    input.placeholder = caption;
    return h("div", { class: "slot rising" }, input, h("span", { class: "risen" }, caption));
  },
  above: (input, caption) => h("div", { class: "slot" }, h("div", { class: "caption" }, caption), input),
  beside: (input, caption) => h("div", { class: "slot row" }, h("div", { class: "caption" }, caption), input),
  titled: (input, caption) => {
    input.title = caption;
    return h("div", { class: "slot" }, h("div", { class: "caption" }, h("span", {}, caption)), input);
  },
  shaded: (input, caption) => {
    input.placeholder = caption;
    return shaded("ui-field", h("div", { class: "slot rising" }, input, h("span", { class: "risen" }, caption)));
  },
};

// VK ID's own fields are known: captions as placeholders.
const place = (input, caption, known) => {
  const slot = (known ? PLACES.placeholder : chosen("field", Object.values(PLACES)))(input, caption);
  const tell = () => input.closest(".slot").classList.toggle("filled", input.value !== "");
  input.addEventListener("input", tell);
  queueMicrotask(tell);
  return slot;
};

const NATIONAL = [3, 3, 2, 2];

// «+7 », then groups as they are typed; whoever types 8, 7 or +7 before the number means the same.
export const masked = (typed) => {
  if (/[@a-zа-яё]/i.test(typed)) return typed.replace(/^\+7 ?/, "");
  let digits = typed.replace(/^(\d+)\+7/, "+7$1").replace(/\D/g, ""); // who begins before the «+7 » means behind it
  if (/^[78]/.test(digits)) digits = digits.slice(1);
  if (digits.length > 10 && /^[78]/.test(digits)) digits = digits.slice(1);
  const groups = [];
  for (const size of NATIONAL) {
    if (digits) groups.push(digits.slice(0, size));
    digits = digits.slice(size);
  }
  return `+7 ${groups.join(" ")}`;
};

const phone = (node, put) => {
  const input = h("input", { type: "tel", name: "login", autocomplete: "username", value: masked(node.value) });
  const take = () => {
    const kept = masked(input.value);
    if (kept !== input.value) input.value = kept;
    put(node.name, kept === masked("") ? "" : kept); // nothing is typed yet
  };
  take();
  input.addEventListener("input", take);
  const slot = place(input, node.label, true);
  if (!/почт/i.test(node.label)) return slot;
  const mark = (event) => {
    for (const one of event.currentTarget.parentElement.children) one.classList.toggle("on", one === event.currentTarget);
    input.value = event.currentTarget.dataset.first;
    take();
    input.focus();
  };
  const ways = [["Телефон", "+7 "], ["Почта", ""]];
  const kinds = ways.map(([words, first], at) => h("div", { class: `pill ${at ? "" : "on"}`, "data-first": first, onclick: mark }, words));
  return h("div", {}, h("div", { class: "pills" }, kinds), slot);
};

const password = (node, put) => {
  const input = h("input", { type: "password", name: node.name, autocomplete: "current-password", oninput: () => put(node.name, input.value) });
  put(node.name, "");
  const peep = h("span", { class: "peep", title: "Показать пароль", onclick: () => (input.type = input.type === "password" ? "text" : "password") }, "◉");
  return h("div", { class: "peeped" }, place(input, node.label, true), peep);
};

const text = (node, put) => {
  const long = node.kind === "textarea";
  const input = h(long ? "textarea" : "input", { name: node.name, value: node.value, rows: 3 });
  if (!long) input.removeAttribute("rows");
  input.autocomplete = "off";
  put(node.name, node.value);
  input.addEventListener("input", () => put(node.name, input.value));
  return place(input, node.label, false);
};

const tick = (node, put, more) => {
  let on = node.ticked;
  const box = h("span", { class: "box" });
  const show = () => {
    box.classList.toggle("on", on);
    more(node.name, node.value || "y", on);
  };
  const turn = () => ((on = !on), show());
  show();
  return h("div", { class: "tick", onclick: turn }, box, h("span", {}, node.label));
};

// Leaves in view whose words have what is typed.
const search = (node) => {
  const input = h("input", { type: "text", autocomplete: "off" });
  const nobody = h("div", { class: "soft" });
  const folded = (words) => words.toLowerCase().replaceAll("ё", "е");
  input.addEventListener("input", () => {
    const sought = folded(input.value).split(/\s+/);
    const people = [...input.closest(".people").querySelectorAll(".tick")];
    const fits = (person) => sought.every((word) => folded(person.textContent).includes(word));
    for (const one of people) one.hidden = !fits(one) && !one.querySelector(".on");
    nobody.textContent = people.some(fits) ? "" : node.nobody;
  });
  return [place(input, node.label, true), nobody];
};

const KINDS = { phone, password, tick, search, code: cells, date, select };

// The field as a person meets it. `put` keeps its value, `more` one of several of a name, `send` sends the form.
export const field = (node, put, more, send) => {
  const drawn = (KINDS[node.kind] ?? text)(node, put, more, send);
  return h("div", { class: node.wrong ? "field wrong" : "field" }, drawn);
};
