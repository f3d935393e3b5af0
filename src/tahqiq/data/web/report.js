// Comfort only: a report is read, and its findings open, without this.
"use strict";
(() => {
  const report = document.querySelector(".report");
  if (!report) return;
  document.documentElement.classList.add("with-script");
  const findings = [...report.querySelectorAll(".finding")];
  const group = (finding) => [...finding.classList].find((name) => name.startsWith("v-")).slice(2);
  const shown = () => findings.filter((one) => !report.dataset.show || group(one) === report.dataset.show);
  const open = () => findings.find((one) => "#" + one.id === location.hash);

  // The filter stands in the address, so that it can be sent and survives a reload.
  const filter = (name) => {
    report.dataset.show = name;
    for (const chip of report.querySelectorAll("[data-filter]")) {
      if (chip.dataset.filter === name) chip.setAttribute("aria-current", "true");
      else chip.removeAttribute("aria-current");
    }
    steps();
  };
  const steps = () => {
    const list = shown();
    list.forEach((one, at) => {
      const lead = (name, other) => {
        const link = one.querySelector("." + name);
        if (link) { link.hidden = !other; if (other) link.href = "#" + other.id; }
      };
      lead("previous", list[at - 1]);
      lead("next", list[at + 1]);
    });
  };
  report.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-filter]");
    if (!chip) return;
    event.preventDefault();
    const name = report.dataset.show === chip.dataset.filter ? "" : chip.dataset.filter;
    const address = new URL(location);
    if (name) address.searchParams.set("show", name); else address.searchParams.delete("show");
    history.replaceState(null, "", address);
    filter(name);
  });
  const asked = new URLSearchParams(location.search).get("show");
  if (asked && report.querySelector(`[data-filter="${CSS.escape(asked)}"]`)) filter(asked);

  const copy = async (button) => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const said = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = said; }, 1500);
  };
  report.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });

  // The text stays where it is when a finding closes; it moves only when its words are out of sight.
  const close = () => {
    const mark = open() && document.getElementById("r-" + open().id);
    const [x, y] = [scrollX, scrollY];
    location.hash = mark ? mark.id : "";
    scrollTo({ left: x, top: y, behavior: "instant" });
    if (mark) mark.focus({ preventScroll: true });
  };
  report.addEventListener("click", (event) => {
    if (!event.target.closest(".close")) return;
    event.preventDefault();
    close();
  });
  const reveal = () => {
    const finding = open();
    const mark = finding && document.getElementById("r-" + finding.id);
    if (!mark) return;
    const sheet = finding.getBoundingClientRect();
    const limit = sheet.width >= innerWidth - 1 ? sheet.top : innerHeight;
    const at = mark.getBoundingClientRect();
    if (at.top < 0 || at.bottom > limit) scrollBy({ top: at.top - limit / 3, behavior: "instant" });
  };
  addEventListener("hashchange", reveal);
  reveal();

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const list = shown();
    const at = list.indexOf(open());
    if (event.key === "Escape" && open()) close();
    else if (event.key === "j" && list.length) location.hash = list[Math.min(list.length - 1, at + 1)].id;
    else if (event.key === "k" && list.length) location.hash = list[Math.max(0, at - 1)].id;
    else if (event.key === "c" && open()) { const button = open().querySelector("[data-copy]"); if (button) copy(button); }
  });

  // On a site: the key of a report is remembered for this tab alone; marks stand beside the findings they are on.
  const keys = [...document.querySelectorAll("input[name=key]")];
  const own = document.querySelector("link[data-path]");
  const place = "key" + (own ? own.dataset.path : location.pathname).replace(/^\/[a-z]+/, "");
  for (const field of keys) {
    if (field.value) sessionStorage.setItem(place, field.value);
    else field.value = sessionStorage.getItem(place) || "";
  }
  for (const mark of document.querySelectorAll("[data-claim]")) {
    for (const link of report.querySelectorAll(`.line a[href="#${CSS.escape(mark.dataset.claim)}"]`)) {
      const line = link.closest(".line");
      if (line.querySelector(".marked")) continue;
      const said = document.createElement("b");
      said.className = "marked";
      said.textContent = mark.dataset.said;
      line.classList.add("is-" + mark.dataset.state);
      line.append(said);
    }
  }
  const choice = document.getElementById("mark-claim");
  const choose = () => { if (choice && open()) choice.value = open().id; };
  addEventListener("hashchange", choose);
  choose();
})();
