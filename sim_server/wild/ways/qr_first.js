// A QR code that nobody here can read, and the way past it.
import { button } from "../face/buttons.js";
import { h } from "../face/draw.js";

const SIDE = 21;
const LIT = 7;

const code = () => {
  const points = Array.from({ length: SIDE * SIDE }, (_, at) => h("i", { class: (at * at + at * LIT) % 5 < 2 ? "lit" : "" }));
  return h("div", { class: "qr" }, points);
};

const KEPT = "not by qr";

export const qrFirst = (page) => {
  if (sessionStorage.getItem(KEPT) === location.pathname) return page();
  const whole = h("div", { class: "qr-first" });
  const past = () => {
    sessionStorage.setItem(KEPT, location.pathname);
    whole.replaceWith(...[page()].flat(Infinity));
  };
  whole.append(h("div", { class: "title" }, "Вход по QR-коду"), code(), h("div", { class: "say" }, "Наведите камеру телефона на код"), button("Войти другим способом", ["quiet", "wide"], past));
  return whole;
};
