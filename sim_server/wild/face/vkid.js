// VK ID beside a journal: on a page of its own, in a frame over the journal's, or in a window that closes itself.
import { h } from "./draw.js";
import { layer } from "./overlays.js";

const WINDOW = "vkid";
const KEPT = "vkid frame";
const AWAITED = "vkid origin"; // whose word counts; a page that was reloaded still knows
const framed = window.parent !== window;
const apart = window.name === WINDOW && window.opener !== null;

let close = null;

const shut = () => {
  close?.();
  close = null;
  sessionStorage.removeItem(KEPT);
};

const open = (address) => {
  const frame = h("iframe", { src: address, class: "vkid", title: "VK ID" });
  close = layer(h("div", { class: "floating" }, h("span", { class: "shut", title: "Закрыть", onclick: shut }, "✕"), frame), false);
  sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, address }));
};

// Leave this site. Out of a frame or a window it is the page that opened it that goes on.
export const away = async (address, how = "page") => {
  if (framed || apart) {
    (framed ? window.parent : window.opener).postMessage({ vkid: "over", address }, "*");
    if (apart) window.close();
    return;
  }
  sessionStorage.setItem(AWAITED, new URL(address).origin);
  if (how === "frame") return open(address);
  if (how === "window" && window.open(address, WINDOW, "popup,width=480,height=760")) return;
  location.assign(address);
};

// Hear what the frame or the window says: where it is by now, or that it has done.
export const told = (to) => {
  addEventListener("message", ({ data, origin }) => {
    if (origin !== sessionStorage.getItem(AWAITED)) return;
    if (data?.vkid === "over") {
      shut();
      const there = new URL(data.address);
      if (there.origin === location.origin) to(data.address);
      else location.assign(data.address);
    }
    if (data?.vkid === "at" && close) sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, address: origin + data.path }));
  });
};

// After each screen: a frame tells where it is, and a page that was reloaded puts its frame back.
export const place = () => {
  if (framed) return window.parent.postMessage({ vkid: "at", path: location.pathname + location.search }, "*");
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  if (!kept) return;
  if (kept.path !== location.pathname) return shut();
  if (!close) open(kept.address);
};
