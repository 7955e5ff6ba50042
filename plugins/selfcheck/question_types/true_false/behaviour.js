// True or false: a statement holds or does not.
// biome-ignore lint/complexity/noUselessLoneBlockStatements: what the part declares stays in here
{
  // part: choice
  window.SelfCheck.define({ type: "true-false", grade: gradeChoice });
}
