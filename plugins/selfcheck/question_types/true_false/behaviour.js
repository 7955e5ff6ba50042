// True or false: a statement holds or does not.
window.SelfCheck.define({
  type: "true-false",
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
