// What comes in front of a page: layers, toasts that go, a cookie bar, news of the site.
import { chosen, drawn, h } from "./draw.js";

const TOAST_MS = 9000;

// Lay something over the page; the answer takes it away. Pressing beside it does so too.
export const layer = (inside, fast = true) => {
  const whole = h("div", { class: "layer" }, inside);
  const close = () => whole.remove();
  if (fast) whole.addEventListener("click", (event) => event.target === whole && close());
  document.body.append(whole);
  return close;
};

export const toast = (words) => {
  const corner = document.querySelector(".toasts") ?? document.body.appendChild(h("div", { class: "toasts" }));
  const one = h("div", { class: "toast" }, words);
  corner.append(one);
  setTimeout(() => one.classList.add("leaving"), TOAST_MS - 600);
  setTimeout(() => one.remove(), TOAST_MS);
};

const COOKIES = "Мы используем файлы cookie, чтобы сайт работал.";
const BARS = {
  bottom: (accept) => h("div", { class: "cookies bottom" }, h("span", {}, COOKIES), h("span", { class: "press first", onclick: accept }, "Хорошо")),
  corner: (accept) => h("div", { class: "cookies corner" }, h("div", {}, COOKIES), h("div", { class: "press quiet", onclick: accept }, h("div", {}, "Принять"))),
  whole: (accept) => h("div", { class: "layer" }, h("div", { class: "sheet" }, h("div", { class: "sheet-title" }, "Файлы cookie"), h("div", {}, COOKIES), h("div", { class: "press first", onclick: accept }, "Принять все"))),
};

// On a browser's first visit of a site.
export const cookieBar = () => {
  if (localStorage.getItem("cookies") || window.parent !== window) return;
  const accept = () => {
    localStorage.setItem("cookies", "yes");
    bar.remove();
  };
  const bar = BARS[drawnBar()](accept);
  document.body.append(bar);
};
const drawnBar = () => chosen("cookies", Object.keys(BARS));

// Once after signing in, on some of the sites: something about the site that nobody asked for.
export const news = () => {
  if (sessionStorage.getItem("news") || drawn("news", 3)) return;
  sessionStorage.setItem("news", "seen");
  const close = layer(h("div", { class: "sheet" }, h("div", { class: "sheet-title" }, "Что нового"), h("div", {}, "Мы обновили оформление. Всё осталось на своих местах."), h("span", { class: "press first", onclick: () => close() }, "Понятно")));
};

const bar = (width) => h("div", { class: "bone", style: `width: ${width}%` });
const WAITING = {
  bones: () => h("div", { class: "sheet-page" }, bar(45), bar(90), bar(75), bar(30)),
  spinner: () => h("div", { class: "sheet-page centred" }, h("div", { class: "spinner" })),
  points: () => h("div", { class: "sheet-page centred" }, h("div", { class: "points" }, h("i"), h("i"), h("i"))),
};

// What is seen before the page is there.
export const waiting = () => chosen("waiting", Object.values(WAITING))();
