// Single choice: one option is right.
// biome-ignore lint/complexity/noUselessLoneBlockStatements: what the part declares stays in here
{
  // part: choice
  window.SelfCheck.define({ type: "single-choice", grade: gradeChoice });
}
