// The same form with Preact.
import { h, render } from "preact";
import { useState } from "preact/hooks";

import { QUESTIONS } from "./questions.js";

function Poll() {
  const [at, go] = useState(0);
  const [answers, answer] = useState({});
  const { id, title, options } = QUESTIONS[at];
  const next = (event) => {
    event.preventDefault();
    go(Math.min(at + 1, QUESTIONS.length - 1));
  };
  return h("form", { onSubmit: next },
    h("fieldset", { key: id }, h("legend", null, title), options.map((option) =>
      h("label", null,
        h("input", { type: "radio", name: id, checked: answers[id] === option, onChange: () => answer({ ...answers, [id]: option }) }),
        option))),
    h("button", null, "Volgende"));
}

render(h(Poll), document.getElementById("poll"));
