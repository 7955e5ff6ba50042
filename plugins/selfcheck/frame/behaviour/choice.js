// Grades a choice of one option. Joined into the script of each type that includes it.

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
