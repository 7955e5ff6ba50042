// One of several is chosen, and one is right. Joined into the script of each type that asks for it.

/** @param {SelfCheckResponse} response @param {string} key @returns {SelfCheckResult} */
const gradeChoice = ({ response }, key) => {
  const chosen = String(response);
  const correct = chosen === key;
  return {
    correct,
    score: Number(correct),
    feedback: [chosen],
    marks: { [chosen]: "wrong", [key]: correct ? "right" : "key" },
  };
};
