// An action waits for the automatic save that is under way, and none begins until the next page is there.

const controllerOf = (form) => window.wagtail?.app.getControllerForElementAndIdentifier(form, "w-autosave");
let unsent; // the automatic save that waits to be sent

function keepPressed(form, button) {
  if (!button?.name) return;
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: button.name, value: button.value });
  form.append(field);
}

function act(event) {
  const form = event.target;
  const autosave = form.matches("[data-edit-form]") && controllerOf(form);
  if (!autosave?.activeValue) return;
  autosave.activeValue = false;
  unsent?.preventDefault(); // the action brings the same text
  if (!autosave.submitPromise) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  keepPressed(form, event.submitter);
  autosave.submitPromise.finally(() => form.requestSubmit());
}

// Wagtail asks in a dialog whether to overwrite what others have saved; the answer to the form shows both versions.
function leaveConflictsToTheForm() {
  for (const session of document.querySelectorAll('[data-w-session-intercept-value="conflict"]')) {
    session.dataset.wSessionInterceptValue = "";
  }
}

// After the browser's "back", the page may be as it was left.
function goOn(event) {
  const autosave = event.persisted && controllerOf(document.querySelector("[data-edit-form]"));
  if (autosave) autosave.activeValue = true;
}

document.addEventListener("w-autosave:save", (event) => (unsent = event));
document.addEventListener("submit", act, true);
document.addEventListener("click", leaveConflictsToTheForm, true);
window.addEventListener("pageshow", goOn);
document.addEventListener("DOMContentLoaded", () => {
  // Wagtail submits approvals with a comment by jQuery, of which the browser tells nobody.
  window.jQuery("[data-edit-form]").on("submit", (event) => {
    if (!event.isTrigger) return;
    event.preventDefault();
    event.target.requestSubmit();
  });
});
