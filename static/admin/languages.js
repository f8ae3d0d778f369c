// Fields for several languages, separated by commas: offers the names that go with what is typed after the last comma.
const MOST = 12;

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

document.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.dataset.languages) return;
  const names = document.getElementById(target.dataset.languages);
  if (!names) return;
  const comma = target.value.lastIndexOf(",") + 1;
  const before = target.value.slice(0, comma).concat(comma ? " " : "");
  const typed = fold(target.value.slice(comma).trim());
  const fitting = Array.from(names.options, ({ value }) => value).filter((name) => fold(name).startsWith(typed));
  listOf(target).replaceChildren(...(typed ? fitting.slice(0, MOST) : []).map((name) => new Option("", before + name)));
});

function listOf(field) {
  const id = `${field.id}-names`;
  let list = document.getElementById(id);
  if (!list) {
    list = Object.assign(document.createElement("datalist"), { id });
    field.after(list);
    field.setAttribute("list", id);
  }
  return list;
}
