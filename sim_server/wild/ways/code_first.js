// The code before the password; the password is one of the other ways.
import { h } from "../face/draw.js";
import { link } from "../face/buttons.js";
import { layer, toast } from "../face/overlays.js";
import { page as drawn } from "../face/pages.js";

const KEPT = "by password";
const OTHERS = ["QR-код", "Код на телефон", "Резервный код", "Восстановить доступ"];

export const codeFirst = (tree, walk, page) => {
  if (sessionStorage.getItem(KEPT) === location.pathname) return page();
  const whole = h("div", {});
  const choose = () => {
    const close = layer(
      h("div", { class: "sheet" }, h("div", { class: "sheet-title" }, "Выберите способ подтверждения"),
        h("div", { class: "option", onclick: () => byPassword() }, "Пароль"),
        OTHERS.map((words) => h("div", { class: "option", onclick: () => toast("Сейчас этот способ недоступен") }, words)),
        h("div", { class: "option soft", onclick: () => close() }, "Закрыть")),
    );
    const byPassword = () => {
      close();
      sessionStorage.setItem(KEPT, location.pathname);
      whole.replaceChildren(...[page()].flat(Infinity));
    };
  };
  whole.append(...drawn(tree, walk).flat(Infinity), link("Подтвердить другим способом", "", choose));
  return whole;
};
