// Comfort only: every page works without this.
"use strict";

// A file dropped on the text goes into the file field.
for (const area of document.querySelectorAll("[data-drop]")) {
  const field = area.form.querySelector("input[type=file]");
  area.addEventListener("dragover", (event) => { event.preventDefault(); area.classList.add("over"); });
  area.addEventListener("dragleave", () => area.classList.remove("over"));
  area.addEventListener("drop", (event) => {
    area.classList.remove("over");
    if (event.dataTransfer.files.length) {
      event.preventDefault();
      field.files = event.dataTransfer.files;
      field.focus();
    }
  });
}

// A report that was just made stands at its own address, so that it can be reloaded and shared.
const own = document.querySelector("link[data-path]");
if (own && location.pathname !== own.dataset.path) history.replaceState(null, "", own.dataset.path);

// A field to copy from is selected when it is entered.
for (const field of document.querySelectorAll("input.copy, textarea.copy")) {
  field.addEventListener("focus", () => field.select());
}

// Empty fields stay out of the address.
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
    setTimeout(() => { for (const field of form.elements) field.disabled = false; }, 0);
  });
}
