// The question "How sure are you?", asked before the first verdict, and compared with it.

/** In percent: where certainty-based marking (Gardner-Medwin, 2006) draws its three levels, a number inside each. */
const LEVELS = [50, 75, 95];

class Confidence {
  /** @param {Question} question */
  constructor(question) {
    const { view } = question;
    this.question = question;
    this.box = view.make("fieldset", "sure");
    this.box.append(view.make("legend", "caption", words.sure));
    for (const level of LEVELS) {
      const label = view.make("label", "level", words[`sure_${level}`]);
      const input = document.createElement("input");
      input.type = "radio";
      input.name = `${question.element.id}.sure`; // a point: no part of the response
      input.value = String(level);
      label.prepend(input);
      this.box.append(label);
    }
    this.box.addEventListener("input", (event) => this.onInput(event), { signal: question.signal });
    view.status.before(this.box);
  }

  /** Whether it is too late to say it: there has been a verdict, or the answer has been shown. */
  get isOver() {
    const { record } = this.question;
    return !!record.attempts || !!record.first || record.state !== "open";
  }

  /** @param {any} event */
  onInput({ target }) {
    if (this.isOver) return this.paint();
    this.question.record.confidence = Number(target.value);
    this.question.keeping.save();
  }

  paint() {
    const { record, view } = this.question;
    // From what is hidden the focus would be lost.
    if (record.step && this.box.contains(document.activeElement)) view.button.focus({ preventScroll: true });
    this.box.hidden = record.step > 0;
    for (const input of this.box.querySelectorAll("input")) {
      input.checked = Number(input.value) === record.confidence;
      set(input, "aria-disabled", this.isOver && "true");
    }
  }
}

/** For each level that was given, how often the first attempt was right. @param {SelfCheckRecord[]} records */
const calibration = (records) =>
  LEVELS.flatMap((level) => {
    const given = records.filter(({ attempts, confidence }) => attempts && confidence === level);
    const right = given.filter(({ first }) => first === "right").length;
    const values = { level: words[`sure_${level}`], right, count: given.length };
    return given.length ? fill(words.calibration_level, values) : [];
  });
