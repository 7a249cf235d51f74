// Copies a citation, and lets it name the sentence whose link was followed.
(() => {
  "use strict";
  const canonical = document.querySelector('link[rel="canonical"]');
  const blocks = [...document.querySelectorAll(".cite pre")].map((element) => [element, element.textContent]);

  const name = () => {
    const sentence = /^#s\d+$/.test(location.hash) ? location.hash : "";
    for (const [element, text] of blocks) {
      element.textContent = text.replaceAll(canonical.href, canonical.href + sentence);
    }
  };
  if (canonical) { // without a full address there is nothing to add the sentence to
    name();
    addEventListener("hashchange", name);
    document.getElementById("cite-sentence").hidden = false;
  }

  if (!navigator.clipboard) return; // an address without https
  for (const button of document.querySelectorAll(".cite .copy")) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.parentElement.querySelector("pre").textContent);
      button.textContent = button.dataset.done;
      setTimeout(() => (button.textContent = label), 2000);
    });
  }
})();
