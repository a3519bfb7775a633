// A choice: a list that drops down, a sheet from below, or all there is side by side. None of them is a select.
import { chosen, h } from "./draw.js";
import { layer } from "./overlays.js";

const shownOf = (node, value) => node.options.find(([one]) => one === value)?.[1] ?? "";

const trigger = (node, value, open) => {
  const shown = h("div", { class: "shown" }, shownOf(node, value));
  const whole = h("div", { class: "drop" }, h("div", { class: "caption" }, node.label), h("div", { class: "face", onclick: open }, shown, h("span", { class: "arrow" }, "▾")));
  return { whole, shown };
};

const rows = (node, pick) => node.options.filter(([value]) => value).map(([value, words]) => h("div", { class: "option", onclick: () => pick(value) }, words));

const dropped = (node, take) => {
  let list = null;
  const close = () => (list?.remove(), (list = null));
  const pick = (value) => {
    shown.textContent = shownOf(node, value);
    take(value);
    close();
  };
  const { whole, shown } = trigger(node, node.value, () => {
    if (list) return close();
    list = h("div", { class: "options" }, rows(node, pick));
    return whole.append(list);
  });
  return whole;
};

const sheet = (node, take) => {
  const { whole, shown } = trigger(node, node.value, () => {
    const close = layer(
      h("div", { class: "sheet" }, h("div", { class: "sheet-title" }, node.label), rows(node, (value) => {
        shown.textContent = shownOf(node, value);
        take(value);
        close();
      })),
    );
  });
  return whole;
};

const pills = (node, take) => {
  const all = node.options.filter(([value]) => value);
  const marks = all.map(([value, words]) =>
    h("div", { class: `pill ${value === node.value ? "on" : ""}`, onclick: (event) => {
      for (const one of marks) one.classList.toggle("on", one === event.currentTarget);
      take(value);
    } }, words),
  );
  return h("div", { class: "slot" }, h("div", { class: "caption" }, node.label), h("div", { class: "pills" }, marks));
};

export const select = (node, put) => {
  put(node.name, node.value);
  const forms = node.options.length > 4 ? [dropped, sheet] : [dropped, sheet, pills];
  return chosen("select", forms)(node, (value) => put(node.name, value));
};
