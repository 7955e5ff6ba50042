// How sure she is: asked before the first verdict, and compared with it.

/** In percent: where certainty-based marking (Gardner-Medwin, 2006) draws its three levels, a number inside each. */
const LEVELS = [50, 75, 95];

class Confidence {
  /** @param {Question} question */
  constructor(question) {
    this.question = question;
    this.box = question.make("fieldset", "sure");
    this.box.append(question.make("legend", "caption", words.sure));
    for (const level of LEVELS) {
      const label = question.make("label", "level", words[`sure_${level}`]);
      const input = document.createElement("input");
      input.type = "radio";
      input.name = `${question.element.id}.sure`; // a point: no part of the response
      input.value = String(level);
      label.prepend(input);
      this.box.append(label);
    }
    this.box.addEventListener("input", (event) => this.said(event), { signal: question.signal });
    question.part("actions").before(this.box);
  }

  /** Said once, before she has seen any answer. */
  get isOver() {
    const { record } = this.question;
    return !!record.attempts || record.state !== "open";
  }

  /** @param {any} event */
  said({ target }) {
    if (this.isOver) return this.paint();
    this.question.record.confidence = Number(target.value);
    this.question.save();
  }

  paint() {
    const { record } = this.question;
    this.box.hidden = record.step > 0;
    for (const input of this.box.querySelectorAll("input")) {
      input.checked = Number(input.value) === record.confidence;
      set(input, "aria-disabled", this.isOver && "true");
    }
  }
}

/** How often she was right at first, for each level that she gave. @param {SelfCheckRecord[]} records */
const calibration = (records) =>
  LEVELS.flatMap((level) => {
    const given = records.filter(({ attempts, confidence }) => attempts && confidence === level);
    const right = given.filter(({ first }) => first === "right").length;
    const values = { level: words[`sure_${level}`], right, count: given.length };
    return given.length ? fill(words.calibration_level, values) : [];
  });
