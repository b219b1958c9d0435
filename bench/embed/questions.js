// The poll that every program on the page shows: the first question of the demo's open poll and two after it, each with
// radio buttons, one question at a time.
export const QUESTIONS = [
  { id: "veilig", title: "Hoe veilig voelt u zich als het donker is?", options: ["Heel veilig", "Veilig", "Niet zo veilig", "Onveilig", "Geen mening"] },
  { id: "licht", title: "Is er genoeg licht in uw straat?", options: ["Ja", "Op sommige plekken niet", "Nee", "Geen mening"] },
  { id: "lopen", title: "Loopt u een andere weg als het donker is?", options: ["Nooit", "Soms", "Vaak", "Geen mening"] },
];
