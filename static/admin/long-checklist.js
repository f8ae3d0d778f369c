// A search field above each long checklist: it hides what does not contain the typed words. Ticked boxes stay in sight.

function narrow(rows, words) {
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !row.querySelector(":checked") && !words.every((word) => text.includes(word));
  }
}

function equip(list) {
  const rows = list.querySelectorAll(":scope > div > div");
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = list.dataset.longChecklist;
  field.setAttribute("aria-label", list.dataset.longChecklist);
  field.addEventListener("input", () => narrow(rows, field.value.toLowerCase().split(/\s+/).filter(Boolean)));
  // Enter would save the whole form.
  field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  list.prepend(field);
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-long-checklist]").forEach(equip);
});
