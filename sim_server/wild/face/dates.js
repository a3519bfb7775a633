// A date: a calendar over the page, three lists, or a field that puts the dots by itself.
import { chosen, h } from "./draw.js";
import { layer } from "./overlays.js";

const MONTHS = ["Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь"];
const two = (number) => String(number).padStart(2, "0");
const printed = (iso) => (iso ? iso.split("-").reverse().join(".") : "");
const PAGE = 24;

const calendar = (node, take) => {
  let iso = node.value;
  const shown = h("div", { class: "shown" }, printed(iso) || "дд.мм.гггг");
  const open = () => {
    const [year, month] = (iso || "1990-01-01").split("-").map(Number);
    const sheet = h("div", { class: "calendar" });
    const close = layer(sheet);
    const pick = (value) => {
      shown.textContent = printed((iso = value));
      take(value);
      close();
    };
    days(sheet, year, month, pick);
  };
  return h("div", { class: "drop" }, h("div", { class: "caption" }, node.label), h("div", { class: "face", onclick: open }, shown, h("span", { class: "arrow" }, "▦")));
};

const days = (sheet, year, month, pick) => {
  const turn = (by) => () => {
    const next = new Date(Date.UTC(year, month - 1 + by, 1));
    days(sheet, next.getUTCFullYear(), next.getUTCMonth() + 1, pick);
  };
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const blanks = Array.from({ length: first }, () => h("span"));
  const cells = Array.from({ length: last }, (_, at) => h("span", { class: "day", onclick: () => pick(`${year}-${two(month)}-${two(at + 1)}`) }, String(at + 1)));
  sheet.replaceChildren(
    h("div", { class: "calendar-head" }, h("span", { class: "turn", title: "Предыдущий месяц", onclick: turn(-1) }, "‹"),
      h("span", { class: "years", onclick: () => years(sheet, year, month, pick) }, `${MONTHS[month - 1]} ${year}`),
      h("span", { class: "turn", title: "Следующий месяц", onclick: turn(1) }, "›")),
    h("div", { class: "week" }, ["пн", "вт", "ср", "чт", "пт", "сб", "вс"].map((day) => h("span", { class: "soft" }, day)), blanks, cells),
  );
};

const years = (sheet, year, month, pick) => {
  const from = year - (year % PAGE);
  const turn = (by) => () => years(sheet, from + by, month, pick);
  const all = Array.from({ length: PAGE }, (_, at) => h("span", { class: "year", onclick: () => months(sheet, from + at, pick) }, String(from + at)));
  sheet.replaceChildren(
    h("div", { class: "calendar-head" }, h("span", { class: "turn", title: "Раньше", onclick: turn(-PAGE) }, "‹"), `${from} – ${from + PAGE - 1}`, h("span", { class: "turn", title: "Позже", onclick: turn(PAGE) }, "›")),
    h("div", { class: "grid" }, all),
  );
};

const months = (sheet, year, pick) =>
  sheet.replaceChildren(
    h("div", { class: "calendar-head" }, h("span", {}, String(year))),
    h("div", { class: "grid three" }, MONTHS.map((name, at) => h("span", { class: "year", onclick: () => days(sheet, year, at + 1, pick) }, name))),
  );

const lists = (node, take) => {
  const [year, month, day] = (node.value || "--").split("-");
  const picked = { day: day ? String(Number(day)) : "", month: month ? MONTHS[Number(month) - 1] : "", year };
  const told = () => {
    const { day, month, year } = picked;
    take(day && month && year ? `${year}-${two(MONTHS.indexOf(month) + 1)}-${two(day)}` : "");
  };
  const list = (part, caption, options) => {
    const shown = h("div", { class: "shown" }, picked[part] || caption);
    let open = null;
    const close = () => (open?.remove(), (open = null));
    const pick = (value) => {
      shown.textContent = picked[part] = value;
      close();
      told();
    };
    const whole = h("div", { class: "drop short" }, h("div", { class: "face", onclick: () => {
      if (open) return close();
      open = h("div", { class: "options" }, options.map((one) => h("div", { class: "option", onclick: () => pick(one) }, one)));
      return whole.append(open);
    } }, shown, h("span", { class: "arrow" }, "▾")));
    return whole;
  };
  const range = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
  const now = new Date().getFullYear();
  return h("div", { class: "slot" }, h("div", { class: "caption" }, node.label),
    h("div", { class: "three-lists" }, list("day", "День", range(1, 31)), list("month", "Месяц", MONTHS), list("year", "Год", range(1900, now).reverse())));
};

const dotted = (node, take) => {
  const input = h("input", { type: "text", inputMode: "numeric", placeholder: "дд.мм.гггг", value: printed(node.value), autocomplete: "off" });
  input.addEventListener("input", () => {
    const typed = input.value;
    if (/^\d{4}-\d\d-\d\d$/.test(typed)) input.value = printed(typed);
    const digits = input.value.replace(/\D/g, "").slice(0, 8);
    input.value = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter(Boolean).join(".");
    const [day, month, year] = input.value.split(".");
    take(year?.length === 4 ? `${year}-${month}-${day}` : input.value);
  });
  return h("div", { class: "slot" }, h("div", { class: "caption" }, node.label), input);
};

export const date = (node, put) => {
  put(node.name, node.value);
  return chosen("date", [calendar, lists, dotted])(node, (value) => put(node.name, value));
};
