// A picture of figures as PNG. The browser draws it from the SVG file, because it has the letters for every script; on
// the server a program for it and its letters would be larger than all the rest. Plain JavaScript, because it works on
// pages that have no program.
const SHARP_ON_PAPER = 2;
// Buttons that do nothing without script are not there without it (css/figures.css).
document.documentElement.classList.add("has-script");
const png = async (address) => {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth * SHARP_ON_PAPER;
  canvas.height = picture.naturalHeight * SHARP_ON_PAPER;
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
};
addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-png]");
  if (!button || button.hasAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  const link = document.createElement("a");
  link.href = button.dataset.png;
  try {
    link.href = URL.createObjectURL(await png(button.dataset.png));
    link.download = button.dataset.name;
  } catch {
    // A browser that cannot: the SVG file itself, beside this page.
    link.target = "_blank";
  }
  link.click();
  button.removeAttribute("aria-busy");
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
});
