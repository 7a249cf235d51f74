// How html-validate reads the pages: every rule of the standard and of accessibility, and beside it what is switched off, and why.

export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:browser", "html-validate:document", "html-validate:a11y"],
  rules: {
    // a title is the headline of a text in its own words, and those are not cut
    "long-title": "off",
    // only of what comes from other places can the bytes be others than meant; on disk, Chromium refuses a file that has one
    "require-sri": ["error", { target: "crossorigin" }],
  },
};
