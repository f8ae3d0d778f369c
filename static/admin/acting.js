// While somebody types, the page says what the act would do: the server writes the sentences, and nothing is saved.

const PAUSE = 350; // milliseconds without a key before the server is asked

function equip(form) {
  const place = form.querySelector("[data-act-effects]");
  let timer, asked;

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const body = new FormData(form);
    form.querySelectorAll("[type=file]").forEach((field) => body.delete(field.name));
    body.set("show", "1");
    const options = { method: "POST", body, headers: { "X-Requested-With": "XMLHttpRequest" }, signal: asked.signal };
    try {
      const answer = await fetch(form.action, options);
      if (answer.ok) place.innerHTML = await answer.text();
    } catch (error) {
      if (error.name !== "AbortError") console.warn(error); // the button beside it still works
    }
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  }

  form.addEventListener("input", wait);
  form.addEventListener("change", wait);
}

document.querySelectorAll("[data-act]").forEach(equip);
