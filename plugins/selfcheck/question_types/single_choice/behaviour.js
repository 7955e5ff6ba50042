// Single choice: one option is right.
window.SelfCheck.define({
  type: "single-choice",
  grade({ response }, key) {
    const chosen = String(response);
    const correct = chosen === key;
    return {
      correct,
      score: Number(correct),
      feedback: [chosen],
      marks: { [chosen]: "wrong", [key]: correct ? "right" : "key" },
    };
  },
});
