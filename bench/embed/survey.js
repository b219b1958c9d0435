// The same form with SurveyJS, as its manual says for a page without a framework.
import "survey-core/survey-core.min.css";
import { Model } from "survey-core";
import "survey-js-ui";

import { QUESTIONS } from "./questions.js";

const survey = new Model({
  questionsOnPageMode: "questionPerPage",
  elements: QUESTIONS.map(({ id, title, options }) => ({ type: "radiogroup", name: id, title, choices: options })),
});
survey.render(document.getElementById("poll"));
