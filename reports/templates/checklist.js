// The answers are kept by the browser as they are given, and saved as a table that `checklist --take` reads.
"use strict";

const form = document.querySelector("form");
const [head, columns] = JSON.parse(form.dataset.columns);
const rows = [...form.querySelectorAll("tr[data-clause]")];
const kept = `svyazka.checklist.${form.dataset.form}`;
const output = form.querySelector("output");

function answerOf(row) {
  return row.querySelector("input[type=radio]:checked")?.value || "";
}

function filled() {
  const answers = Object.fromEntries(rows.map((row) => [row.dataset.clause, [
    answerOf(row), row.querySelector("textarea").value, row.querySelector(".p input").value]]));
  return { head: head.map((name) => form.elements[name].value), answers };
}

function fill(told) {
  head.forEach((name, at) => { form.elements[name].value = told.head[at] || ""; });
  for (const row of rows) {
    const [answer, seen, picture] = told.answers[row.dataset.clause] || ["", "", ""];
    for (const radio of row.querySelectorAll("input[type=radio]")) radio.checked = radio.value === answer;
    row.querySelector("textarea").value = seen;
    row.querySelector(".p input").value = picture;
  }
}

function keep() {
  let told = `Отвечено: ${rows.filter(answerOf).length} из ${rows.length}.`;
  try {
    localStorage.setItem(kept, JSON.stringify(filled()));
  } catch {
    told += " Браузер ответов не хранит: сохраните их, прежде чем закрыть страницу.";
  }
  output.textContent = told;
}

function quoted(cell) {
  return /[";\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function table() {
  const { head: walk, answers } = filled();
  const lines = head.map((name, at) => [name, walk[at]]);
  lines.push([], columns);
  rows.forEach((row, at) => {
    const { clause, task, labels, sentence } = row.dataset;
    lines.push([String(at + 1), clause, task, labels, ...answers[clause], sentence]);
  });
  return `\ufeff${lines.map((line) => line.map(quoted).join(";")).join("\r\n")}\r\n`;
}

function save() {
  const missing = head.slice(0, 2).filter((name) => !form.elements[name].value.trim());
  if (missing.length) {
    output.textContent = `Не сохранено. Впишите: ${missing.join(", ")}.`;
    form.elements[missing[0]].focus();
    return;
  }
  const unsaid = rows.find((row) => answerOf(row) === "не так" && !row.querySelector("textarea").value.trim());
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([table()], { type: "text/csv" }));
  link.download = `обход-${form.dataset.form}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  if (unsaid) output.textContent = "Сохранено. Где «не так», напишите, что на экране.";
  else output.textContent = "Сохранено в файл.";
  unsaid?.querySelector("textarea").focus();
}

form.addEventListener("input", keep);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", ({ target }) => {
  if (target.value === "save") save();
  if (target.value === "clear" && confirm("Убрать все ответы?")) { form.reset(); keep(); }
});

try {
  const told = JSON.parse(localStorage.getItem(kept));
  if (told) fill(told);
} catch { /* nothing is kept here */ }
keep();
