// Inline children of a form (Wagtail's own script moves and adds them), and the field that adds records to a selection.

const { Controller } = window.StimulusModule;

class FormChildren extends Controller {
  static values = { options: Object };

  connect() {
    if (this.panel) return; // moved to another place among its neighbours
    this.panel = new window.InlinePanel(this.optionsValue);
  }
}

// What is found goes into a list below the field; choosing adds a ticked box to the selection. Unticking takes it back.
class RecordPicker extends Controller {
  static targets = ["chosen", "field", "list", "status"];

  static values = { url: String, name: String, none: String, found: String, added: String };

  search() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(), 200);
  }

  async load() {
    const words = this.fieldTarget.value.trim();
    if (!words) return this.close();
    const answer = await fetch(`${this.urlValue}?${new URLSearchParams({ q: words })}`);
    if (!answer.ok || words !== this.fieldTarget.value.trim()) return undefined;
    return this.show((await answer.json()).records);
  }

  show(records) {
    this.listTarget.replaceChildren(...records.map((record, place) => this.option(record, place)));
    this.active = -1;
    this.listTarget.hidden = !records.length;
    this.fieldTarget.setAttribute("aria-expanded", String(records.length > 0));
    this.fieldTarget.removeAttribute("aria-activedescendant");
    this.statusTarget.textContent = records.length ? `${records.length} ${this.foundValue}` : this.noneValue;
  }

  option(record, place) {
    const option = document.createElement("li");
    option.id = `${this.listTarget.id}-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.key = record.key;
    option.textContent = record.name;
    option.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    option.addEventListener("click", () => this.choose(option));
    return option;
  }

  press(event) {
    const options = [...this.listTarget.children];
    const isOpen = !this.listTarget.hidden;
    if (event.key === "Enter") event.preventDefault(); // else it would save the whole form
    if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter" && isOpen) {
      this.choose(options[Math.max(this.active, 0)]);
    } else if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.move(options, Math.max(0, Math.min(options.length - 1, this.active + step)));
    }
  }

  move(options, place) {
    this.active = place;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
    options[place].scrollIntoView({ block: "nearest" });
    this.fieldTarget.setAttribute("aria-activedescendant", options[place].id);
  }

  choose(option) {
    const { key } = option.dataset;
    const boxes = [...this.chosenTarget.querySelectorAll("input")];
    const box = boxes.find((other) => other.value === key) || this.add(key, option.textContent);
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    this.fieldTarget.value = "";
    this.close();
    this.statusTarget.textContent = `${this.addedValue} ${option.textContent}`;
  }

  add(key, name) {
    const row = document.createElement("div");
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: this.nameValue, value: key });
    label.append(box, ` ${name}`);
    row.append(label);
    this.chosenTarget.append(row);
    return box;
  }

  close() {
    this.listTarget.hidden = true;
    this.listTarget.replaceChildren();
    this.fieldTarget.setAttribute("aria-expanded", "false");
    this.fieldTarget.removeAttribute("aria-activedescendant");
  }
}

window.wagtail.app.register("form-children", FormChildren);
window.wagtail.app.register("record-picker", RecordPicker);
