// How a question stands, by its record. Joined into the frame's script and into that of the course.

/** Settled at the "first" try or "later", "shown", "tried", or "open". What was reached once stays, also while the
 * question is answered again. @param {Pick<SelfCheckRecord, "attempts" | "first" | "state">} record
 * @returns {SelfCheckStanding} */
const standingOf = ({ attempts, first, state }) => {
  if (first === "right") return "first";
  if (state === "right" || first === "later") return "later";
  if (state === "shown" || first === "shown") return "shown";
  return attempts ? "tried" : "open";
};
