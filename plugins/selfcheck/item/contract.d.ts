// What a question type hands to the frame, and what passes between the two. Read by the type check alone.

/** Form field name (without the `check-ID-` in front) to value, or what the type's own `read` makes of it. */
type SelfCheckResponse = Record<string, unknown>;

/** A word with forms of number: its language, the value that decides, and a text for each form, as `Intl.PluralRules`
 * names them. A word that is not given to `fill` is a text: the build sees to it. */
type SelfCheckForms = { lang: string; by: string; other: string } & Partial<
  Record<Intl.LDMLPluralRule, string>
>;

type SelfCheckFill = (word: string | SelfCheckForms, values: Record<string, unknown>) => string;

/** `empty` is a part that was left out; `partial` one of which something is right. */
type SelfCheckMark = "right" | "wrong" | "partial" | "empty" | "key";

interface SelfCheckResult {
  correct: boolean;
  /** From 0 to 1. */
  score: number;
  /** The `data-feedback` names to show beside the verdict. */
  feedback?: string[];
  /** Those to show in the row of an option, by its name: as long as the row has its mark. */
  feedbackTo?: Record<string, string[]>;
  /** By `data-option` name; `key` is shown only once the question is settled. */
  marks?: Record<string, SelfCheckMark>;
}

/** A result as the block shows it; `isPartial` says whether something of a wrong response is right, `isOther` that
 * the verdict is that of another page, which what the type adds to its result does not tell of. */
type SelfCheckJudgement = SelfCheckResult & { isPartial: boolean; isOther?: boolean };

/** Why a response cannot be graded, in the reader's words, and which fields are meant (all, if none is named). */
interface SelfCheckRefusal {
  message: string;
  fields?: string[];
}

/** A block on the page, as far as a type may touch it. */
interface SelfCheckBlock {
  element: HTMLElement;
  form: HTMLFormElement;
  /** Every id and form field name in the block begins with it. */
  prefix: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a key holds is the type's own affair
  key: any;
  /** Whether the question is right or shown: the key is no secret then, and the response stays as it is. */
  isSettled: boolean;
  /** Aborted when the block leaves the page; listeners are added with it. */
  signal: AbortSignal;
  /** An element with the class `self-check__NAME`, in the language of the interface words. */
  make(tag: string, name: string, text?: string): HTMLElement;
  /** To be called for a button that stands for something else from now on: its next press counts after a moment. */
  noteChange(button: Element): void;
  /** Says something in the status region while the question is open, as "moved to place 2 of 5". */
  say(text: string): void;
}

interface SelfCheckStep {
  /** What the button says. */
  press: string;
  /** What is announced when the step begins. */
  say?: string;
}

interface SelfCheckType {
  type: string;
  /** Pure: reads no page, keeps nothing. */
  // biome-ignore lint/suspicious/noExplicitAny: what a key holds is the type's own affair
  grade(response: SelfCheckResponse, key: any): SelfCheckResult;
  /** Whether there is nothing to grade; by default, when every field is empty. */
  isEmpty?(response: SelfCheckResponse): boolean;
  /** What the reader is told who presses before she has answered; by default the frame's own words. */
  empty?: string;
  /** Asked before grading, of a response that is not empty. */
  // biome-ignore lint/suspicious/noExplicitAny: what a key holds is the type's own affair
  refuse?(response: SelfCheckResponse, key: any): SelfCheckRefusal | undefined;
  /** Called once when a block comes to life, before its record is written into the form: makes what only a
   * script can serve. A control of the type's own keeps its value in a form field, hidden if need be, and tells
   * of a change by an `input` event on that field. Returns what takes it all away again. */
  connect?(block: SelfCheckBlock): () => void;
  /** Called whenever the block shows its record anew, after the form holds the response. `result` is null while
   * the question is open; after a wrong one it is about the response that was checked, with marks only on the parts
   * that the reader has not changed since. */
  paint?(block: SelfCheckBlock, result: SelfCheckResult | null): void;
  /** What an answer from the beginning, or a changed question, keeps of the last response; by default nothing. */
  again?(response: SelfCheckResponse, isChanged: boolean): SelfCheckResponse;
  /** The words of the verdict, where the frame's own do not fit; `fill` puts values in the place of `{name}`. Not
   * asked where the verdict is that of a page in another language. */
  // biome-ignore lint/suspicious/noExplicitAny: a type may add to its result
  verdict?(result: any, fill: SelfCheckFill): string;
  /** What the reader is asked back, once, before the next step, if anything. */
  doubt?(response: SelfCheckResponse): string;
  /** One press of the button each, the last one grades. What has `data-step="n"` is shown from step n on. */
  steps?: SelfCheckStep[];
  /** By default the form's own fields whose names begin with `prefix`. */
  read?(form: HTMLFormElement, prefix: string): SelfCheckResponse;
  write?(form: HTMLFormElement, prefix: string, response: SelfCheckResponse): void;
}

/** What may be noted at a deed. */
interface SelfCheckFacts {
  /** How many hints were open: on the question's page all that ever were, in a review those of this time. */
  hints?: number;
  /** At a first verdict: how sure she was of it, in percent. */
  sure?: number;
}

type SelfCheckStanding = "first" | "later" | "shown" | "tried" | "open";

/** When, what (a verdict, or that the answer was shown), the number of the variant or 0, and more if there is any. What
 * was done in a review begins with `review-`. */
type SelfCheckDeed = [at: number, rating: string, variant: number, facts?: SelfCheckFacts];

interface SelfCheckRecord {
  v: 1;
  fingerprint: string;
  response: SelfCheckResponse;
  /** While the state is "wrong": what was graded, where the reader may have changed her response since. */
  checked?: SelfCheckResponse;
  state: "open" | "wrong" | "right" | "shown";
  step: number;
  attempts: number;
  /** How the question was first settled; "later" is right after a wrong attempt. */
  first: "" | "right" | "later" | "shown";
  hints: number;
  /** How sure she was before the first verdict, in percent. */
  confidence?: number;
  /** She was sure and not right, and has not come back to it. */
  back?: boolean;
  /** The day on which it comes back, by the reader's calendar, counted from 1970. Absent where it has to be computed. */
  due?: number;
  /** Of a question with variants: the number of the one on the page, from 1. */
  variant?: number;
  /** Verdicts on variants that were there before it. */
  before?: number;
  /** When the answer that the record holds was last changed, in milliseconds since 1970. */
  at: number;
  /** What has become of the question, by time. */
  deeds: SelfCheckDeed[];
  /** When it was settled last. Of a new attempt: the settled answer that she has left for it. */
  settled?: number;
  /** The `at` of a record that the question has changed since, and that is forgotten. */
  changed?: number;
  /** The question's type and the beginning of its stem, so that an answer can be read without the question. */
  type?: string;
  stem?: string;
}

interface Window {
  SelfCheck: {
    /** That of the script which runs, for what it says. */
    language: string;
    /** Registered before the frame has run, each with the language of its words. */
    waiting?: [SelfCheckType, string][];
    types?: Record<string, SelfCheckType>;
    define(type: SelfCheckType): void;
    /** For the script of the frame alone, which may run again in another language. */
    speak?(language: string, words: Record<string, string>, files: Record<string, string[]>): void;
    /** For the scripts of menu, card, review and schedule. */
    frame?: SelfCheckFrame;
  };
}

interface SelfCheckFrame {
  summary: Summary;
  calibration: (records: SelfCheckRecord[]) => string[];
  recall: typeof recall;
  keep: typeof keep;
  refused: typeof refused;
  site: string;
  sitePath: string;
  fill: typeof fill;
  lineOf: typeof lineOf;
  label: typeof label;
  joined: typeof joined;
  Keeping: typeof Keeping;
  standingOf: typeof standingOf;
}
