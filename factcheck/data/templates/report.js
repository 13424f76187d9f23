"use strict";
(function () {
  const cards = Array.from(document.querySelectorAll("[data-finding]"));
  const controls = Array.from(document.querySelectorAll("[data-filter]"));
  const count = document.getElementById("shown");
  const none = document.getElementById("none");
  const happenings = Array.from(document.querySelectorAll("[data-happening]"));
  const more = document.getElementById("more"); // the table of those in brief, if there are any
  function fits(card, control) {
    const wanted = control.value.trim().toLowerCase();
    if (!wanted) return true;
    const name = control.dataset.filter;
    if (name === "text") return card.textContent.toLowerCase().includes(wanted);
    return JSON.parse(card.dataset[name]).some((held) => held.toLowerCase() === wanted);
  }
  function show() {
    let shown = 0;
    for (const card of cards) {
      card.hidden = !controls.every((control) => fits(card, control));
      if (!card.hidden) shown += 1;
    }
    count.textContent = shown.toLocaleString("en");
    for (const one of happenings) one.hidden = !one.querySelector("[data-finding]:not([hidden])");
    if (more) more.hidden = !more.querySelector("[data-finding]:not([hidden])");
    none.hidden = shown > 0;
  }
  for (const control of controls) {
    control.addEventListener("input", show);
    control.addEventListener("change", show); // what fills in forms may tell this alone
  }
  // report.html#severity=error&kind=killed opens with these filters set.
  const asked = new URLSearchParams(location.hash.slice(1));
  for (const control of controls) {
    if (asked.has(control.dataset.filter)) control.value = asked.get(control.dataset.filter);
  }
  document.getElementById("reset").addEventListener("click", () => {
    for (const control of controls) control.value = "";
    show();
  });
  show();
})();
