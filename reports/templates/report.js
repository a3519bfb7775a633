// Filters, search, and where a map begins. Without this script everything is shown and the form stays hidden.
"use strict";

const plural = new Intl.PluralRules("ru");
const SHOWN = { one: "показан", few: "показаны", many: "показано", other: "показано" };

function words(text) {
  return text.toLowerCase().replaceAll("ё", "е").split(/\s+/).filter(Boolean);
}

// Enough of a word to know it again in another case or person: «кнопку», «кнопок» and «кнопка» begin alike.
const ENDING = /(ами|ями|ого|его|ому|ему|ыми|ими|ешь|ишь|ете|ите|уть|ать|ять|ить|еть|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ую|юю|ам|ям|ах|ях|ов|ев|ом|ем|ет|ит|ут|ют|ат|ят|ок|ек|[аеиоуыэюяьй])$/;

function stem(word) {
  const bare = word.replace(ENDING, "");
  return bare.length < 3 ? word : bare;
}

// What is said of an item itself: those who contradict it have a place of their own.
function ownText(item) {
  const own = item.cloneNode(true);
  own.querySelectorAll(".opponent").forEach((other) => other.remove());
  return own.textContent;
}

function setUp(form) {
  const items = [...document.querySelectorAll(`.${form.dataset.filter}`)];
  const texts = new Map(items.map((item) => [item, words(ownText(item)).join(" ")]));
  const output = form.querySelector("output");

  function apply() {
    const asked = new FormData(form);
    const sought = words(asked.get("words") || "");
    const wanted = ["verdict", "part", "variant", "roles", "contradicts", "keyword", "state", "walked"]
      .map((name) => [name, asked.getAll(name).filter(Boolean)])
      .filter(([, values]) => values.length);
    let shown = 0;
    for (const item of items) {
      const fits = wanted.every(([name, values]) =>
        (item.dataset[name] || "").split(" ").some((value) => values.includes(value)));
      item.hidden = !(fits && sought.every((word) => texts.get(item).includes(stem(word))));
      shown += item.hidden ? 0 : 1;
    }
    for (const section of document.querySelectorAll(".section, .whole")) {
      section.hidden = !section.querySelector(`.${form.dataset.filter}:not([hidden])`);
    }
    output.textContent = shown === items.length ? "" : `${SHOWN[plural.select(shown)]} ${shown} из ${items.length}`;
    if (!shown) output.textContent = "Ничего не нашлось. Кнопка «Показать всё» вернёт остальное";
  }

  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => reveal(form));
  form.hidden = false;
  apply();
  reveal(form);
}

// A link to what the filter hides shows it all the same.
function reveal(form) {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.closest("[hidden]")) {
    form.reset();
    setTimeout(() => target.scrollIntoView());
  }
}

document.querySelectorAll("form[data-filter]").forEach(setUp);

// A map broader than its frame begins with its first screen in sight, not with an empty corner.
for (const frame of document.querySelectorAll(".mapscroll")) {
  const first = frame.querySelector("svg a");
  if (first) frame.scrollLeft = first.getBoundingClientRect().left - frame.getBoundingClientRect().left - 16;
}
