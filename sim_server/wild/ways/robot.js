// The check that one is no robot: in a frame of its own, in a shadow root in it, over everything.
import { h } from "../face/draw.js";
import { layer } from "../face/overlays.js";

let open = null;

export const robotCheck = (address, walk) => {
  open?.();
  const files = new URL("robot.html", import.meta.url);
  const frame = h("iframe", { src: files.href, class: "robot", title: "Проверка" });
  open = layer(h("div", { class: "floating small" }, frame), false);
  const passed = ({ data, source }) => {
    if (data !== "no robot" || source !== frame.contentWindow) return;
    removeEventListener("message", passed);
    open();
    open = null;
    walk.send({ action: address, method: "post" }, []);
  };
  addEventListener("message", passed);
};
