// The keyboard belongs to the terminal: from the first byte on, and again whenever the window comes back.
const toTerminal = () => document.querySelector(".xterm-helper-textarea")?.focus();
window.addEventListener("load", () => {
  new MutationObserver(toTerminal).observe(document.body, { attributes: true, attributeFilter: ["class"] });
});
window.addEventListener("focus", toTerminal);
