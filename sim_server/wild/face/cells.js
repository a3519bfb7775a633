// A code: six cells that go on by themselves, or one field; it is sent with its last digit.
import { chosen, h, shaded } from "./draw.js";

const digits = (text) => text.replace(/\D/g, "");

const box = (length, whole) => {
  const inputs = Array.from({ length }, () =>
    h("input", { name: "otp-cell", type: "text", inputMode: "numeric", maxLength: 1, autocomplete: "one-time-code", class: "cell" }),
  );
  const told = () => whole(inputs.map((one) => one.value).join(""));
  const spread = (from, typed) => {
    for (const [at, digit] of [...typed].entries()) if (inputs[from + at]) inputs[from + at].value = digit;
    inputs[Math.min(from + typed.length, length - 1)].focus();
    told();
  };
  inputs.forEach((input, at) => {
    input.addEventListener("input", () => {
      const typed = digits(input.value);
      input.value = typed.slice(0, 1);
      if (typed) spread(at, typed);
      else told();
    });
    input.addEventListener("paste", (event) => {
      event.preventDefault();
      spread(at, digits(event.clipboardData.getData("text")).slice(0, length - at));
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Backspace" && !input.value && at) inputs[at - 1].focus();
    });
  });
  return inputs;
};

const FORMS = {
  six: (node, whole) => h("div", { class: "cells" }, box(node.length, whole)),
  sixShaded: (node, whole) => shaded("ui-code", h("div", { class: "cells" }, box(node.length, whole))),
  grouped: (node, whole) => {
    const inputs = box(node.length, whole);
    const half = Math.ceil(inputs.length / 2);
    return h("div", { class: "cells" }, inputs.slice(0, half), h("span", { class: "dash" }, "–"), inputs.slice(half));
  },
  one: (node, whole) => {
    const input = h("input", { name: "otp", inputMode: "numeric", placeholder: node.label, autocomplete: "one-time-code", class: "otp" });
    input.addEventListener("input", () => whole(digits(input.value)));
    return h("div", { class: "slot" }, input);
  },
};

export const cells = (node, put, more, send) => {
  put(node.name, "");
  let sent = "";
  const whole = (code) => {
    put(node.name, code);
    if (code.length !== node.length || code === sent) return;
    sent = code;
    send();
  };
  const form = chosen("code", ["six", "sixShaded", "grouped", "one"]);
  const caption = h("div", { class: "caption" }, node.label);
  return form === "one" ? FORMS.one(node, whole) : h("div", { class: "slot" }, caption, FORMS[form](node, whole));
};
