// The same form in plain JavaScript: the least that a page needs for it.
import { QUESTIONS } from "./questions.js";

const place = document.getElementById("poll");
let at = 0;

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function show() {
  const { id, title, options } = QUESTIONS[at];
  const fieldset = element("fieldset", {}, element("legend", { textContent: title }));
  for (const option of options) {
    const radio = element("input", { type: "radio", name: id, value: option });
    fieldset.append(element("label", {}, radio, option));
  }
  const form = element("form", {}, fieldset, element("button", { textContent: "Volgende" }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (at + 1 < QUESTIONS.length) at += 1;
    show();
  });
  place.replaceChildren(form);
}

show();
