// Leaves in view the people whose names have the words typed, and those who are ticked. Without it everybody is in view.
(() => {
  const search = document.getElementById("search");
  const people = [...document.querySelectorAll(".choices label")];
  const said = document.querySelector("[data-nobody]");
  const folded = (text) => text.toLowerCase().replaceAll("ё", "е");

  const filter = () => {
    const words = folded(search.value).split(/\s+/);
    const found = (person) => words.every((word) => folded(person.textContent).includes(word));
    for (const person of people) person.hidden = !found(person) && !person.querySelector(":checked");
    said.textContent = people.some(found) ? "" : said.dataset.nobody;
  };

  search.parentElement.hidden = false;
  search.addEventListener("input", filter);
  search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  filter();
})();
