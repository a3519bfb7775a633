// Who is right, as a person decides on a page: kept by the browser at once, handed over as a file.
// A decision is about one matter: the clause, its sentence and what was seen. What is another matter has none yet.
"use strict";

(() => {
  const number = new Intl.PluralRules("ru");
  const FORMS = { one: "решение", few: "решения", many: "решений", other: "решения" };
  const bar = document.querySelector(".undelivered");
  // One browser reads many reports: each has its own, by the folder that it lies in.
  const KEPT = `svyazka.decisions ${new URL(bar.dataset.folder, location.href).pathname}`;
  const places = [...document.querySelectorAll(".decide")];
  let memory = {};
  let lasts = true;

  function read() {
    if (!lasts) return memory;
    try {
      memory = JSON.parse(localStorage.getItem(KEPT)) || {};
    } catch {
      lasts = false;
    }
    return memory;
  }

  function keep(decisions) {
    memory = decisions;
    try {
      localStorage.setItem(KEPT, JSON.stringify(decisions));
    } catch {
      lasts = false;
    }
    show();
  }

  // The same matter in whatever order, found on whatever day.
  function key(matter) {
    const { date, source, role, decision, saved, stand, live, fresh_days, ...rest } = matter;
    return JSON.stringify(Object.entries(rest).sort());
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  function day(date) {
    return date.split("-").reverse().join(".");
  }

  // The report knows it once its own word is the same; one that is in no file yet is never dropped for another.
  const known = new Map(JSON.parse(bar.dataset.known).map((record) => [key(record), record]));

  function isDelivered([name, own]) {
    const its = known.get(name);
    return its && ((own.saved && its.date > own.date) || (its.date === own.date && its.decision === own.decision));
  }

  function decide(place, side) {
    const matter = JSON.parse(place.dataset.matter);
    const decisions = read();
    const { decision, date } = place.dataset;
    if (decision === side && date === today()) delete decisions[key(matter)];
    else decisions[key(matter)] = { ...matter, source: "person", decision: side, date: today(), saved: false };
    keep(decisions);
  }

  function tell(place, own) {
    const told = place.querySelector(".decided");
    const counts = own && !(place.dataset.date > own.date);
    const { decision, date } = counts ? own : place.dataset;
    if (counts) {
      const side = place.querySelector(`button[value=${decision}]`).textContent;
      told.textContent = decision === "later" ? `Отложено ${day(date)}` : `Решено ${day(date)}: ${side}`;
      told.textContent += own.saved ? " (в файле, отчёт его ещё не знает)" : " (не в файле)";
    } else {
      told.innerHTML = place.dataset.told;
    }
    for (const button of place.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === decision));
    }
  }

  function show() {
    const decisions = read();
    for (const place of places) tell(place, decisions[key(JSON.parse(place.dataset.matter))]);
    document.querySelectorAll(".clause[data-state]").forEach(count);
    document.querySelectorAll(".chip [name=state]").forEach(showCount);
    showBar(Object.values(decisions));
  }

  // What is open is what nobody has decided on, in a file or here.
  function count(clause) {
    const own = [...clause.querySelectorAll(".decide")];
    const isDecided = (place) => place.querySelector("[aria-pressed=true]:not([value=later])");
    clause.dataset.state = own.every(isDecided) ? "decided" : "open";
  }

  function showCount(chip) {
    const found = document.querySelectorAll(`.clause[data-state=${chip.value}]`).length;
    const label = chip.closest(".chip");
    label.querySelector("small").textContent = found;
    label.hidden = !found && !chip.checked;
  }

  function showBar(decisions) {
    const fresh = decisions.filter((one) => !one.saved).length;
    bar.hidden = !decisions.length;
    const count = fresh || decisions.length;
    bar.querySelector("b").textContent = `${count} ${FORMS[number.select(count)]} ${fresh ? "не в файле." : "в файле."}`;
    bar.querySelector("span").textContent = !lasts
      ? "Браузер их не хранит: сохраните, прежде чем закрыть страницу."
      : fresh
        ? "Браузер их помнит, но отчёт о них узнает только из файла."
        : "Чтобы отчёт их показал: python3 svyazka.py report --decisions ФАЙЛ";
  }

  function save() {
    const decisions = read();
    const lines = Object.values(decisions).map(({ saved, ...record }) => `${JSON.stringify(record)}\n`);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(lines, { type: "application/x-ndjson" }));
    link.download = `решения-${today()}.ndjson`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    for (const one of Object.values(decisions)) one.saved = true;
    keep(decisions);
  }

  function forget() {
    const fresh = Object.values(read()).filter((one) => !one.saved).length;
    if (fresh && !confirm("Эти решения не в файле и пропадут. Убрать их?")) return;
    keep({});
  }

  for (const place of places) {
    place.dataset.told = place.querySelector(".decided").innerHTML;
    place.querySelector(".choice").hidden = false;
    place.addEventListener("click", (event) => event.target.value && decide(place, event.target.value));
  }
  bar.addEventListener("click", (event) => ({ save, forget })[event.target.value]?.());
  window.addEventListener("storage", show);  // another page of this report is open too
  window.addEventListener("beforeunload", (event) => {
    if (!lasts && Object.values(memory).some((one) => !one.saved)) event.preventDefault();
  });
  keep(Object.fromEntries(Object.entries(read()).filter((one) => !isDelivered(one))));
})();
