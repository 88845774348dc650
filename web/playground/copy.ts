/** Buttons that copy a text, and say so. */

/** How long a button says what it did, in milliseconds. */
const SAID_FOR = 2000;

/** Copies what `text` answers when the button is pressed. */
export function copies(button: HTMLButtonElement, text: () => string): void {
  const usual = button.textContent;
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.className = "unseen";
  button.after(said);
  const say = (words: string, loudly: string) => {
    button.textContent = words;
    said.textContent = loudly;
  };
  button.addEventListener("click", async () => {
    const copied = await navigator.clipboard.writeText(text()).then(() => true, () => false);
    const words = copied ? "Copied" : "Not allowed";
    say(words, copied ? words : "The browser does not allow copying");
    setTimeout(() => say(usual, ""), SAID_FOR);
  });
}
