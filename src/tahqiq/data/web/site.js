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
      const tab = document.getElementById("by-file");
      if (tab) tab.checked = true;
      field.focus();
    }
  });
}

// The number of characters is told before there are too many of them.
for (const area of document.querySelectorAll("textarea[data-most]")) {
  const told = area.form.querySelector("[data-count]"), most = Number(area.dataset.most);
  const count = () => {
    const length = [...area.value].length;
    told.textContent = length ? `${length.toLocaleString("en")} / ${most.toLocaleString("en")}` : "";
    told.classList.toggle("over-most", length > most);
  };
  area.addEventListener("input", count);
  count();
}

// A form that takes a while says so, and is sent once.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    const button = form.querySelector("button");
    if (button.dataset.busy) button.textContent = button.dataset.busy;
    button.setAttribute("aria-disabled", "true");
    button.classList.add("busy");
  });
  addEventListener("pageshow", () => {
    delete form.dataset.sent;
    const button = form.querySelector("button");
    button.removeAttribute("aria-disabled");
    button.classList.remove("busy");
  });
}

// What is wrong with a form is read out first.
const wrong = document.querySelector(".wrong");
if (wrong) wrong.focus();

// A report that was just made stands at its own address, so that it can be reloaded and shared.
const own = document.querySelector("link[data-path]");
if (own && location.pathname !== own.dataset.path) history.replaceState(null, "", own.dataset.path);

// A field to copy from is selected when it is entered.
for (const field of document.querySelectorAll("input.copy, textarea.copy")) {
  field.addEventListener("focus", () => field.select());
}

// Buttons that copy: a text of the page, or the address of a link.
const copied = async (element, text) => {
  try { await navigator.clipboard.writeText(text); } catch { return; }
  element.classList.add("done");
  setTimeout(() => element.classList.remove("done"), 1500);
};
for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => copied(button, document.querySelector(button.dataset.copies).innerText.trim()));
}
for (const link of document.querySelectorAll("a[data-link]")) {
  link.addEventListener("click", (event) => {
    if (!navigator.clipboard) return;
    event.preventDefault();
    copied(link, link.href);
  });
}

// Empty fields stay out of the address.
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
    setTimeout(() => { for (const field of form.elements) field.disabled = false; }, 0);
  });
}

// A text that is written shows how it reads a moment after the last letter.
for (const form of document.querySelectorAll("form[data-preview]")) {
  const shown = document.querySelector(form.dataset.preview);
  let waiting = 0, asked = 0;
  const show = async () => {
    const own = ++asked;
    shown.classList.add("waits");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector(form.dataset.preview);
      if (own === asked && fresh) shown.replaceChildren(...fresh.childNodes);
    } catch { /* the button still works */ }
    if (own === asked) shown.classList.remove("waits");
  };
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 900); });
}
