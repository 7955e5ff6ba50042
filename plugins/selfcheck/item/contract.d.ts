// What a question type hands to the frame, and what passes between the two. Read by the type check alone.

/** Form field name (without the `check-ID-` in front) to value, or what the type's own `read` makes of it. */
type SelfCheckResponse = Record<string, unknown>;

type SelfCheckMark = "right" | "wrong" | "key";

interface SelfCheckResult {
  correct: boolean;
  /** From 0 to 1. */
  score: number;
  /** The `data-feedback` names to show beside the verdict. */
  feedback?: string[];
  /** By `data-option` name; `key` is shown only once the question is settled. */
  marks?: Record<string, SelfCheckMark>;
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
  /** What a new attempt, or a changed question, keeps of the last response; by default nothing. */
  again?(response: SelfCheckResponse): SelfCheckResponse;
  /** The words of the verdict, where the frame's own do not fit; `fill` puts values in the place of `{name}`. */
  // biome-ignore lint/suspicious/noExplicitAny: a type may add to its result
  verdict?(result: any, fill: (text: string, values: Record<string, unknown>) => string): string;
  /** One press of the button each, the last one grades. What has `data-step="n"` is shown from step n on. */
  steps?: SelfCheckStep[];
  /** By default the form's own fields whose names begin with `prefix`. */
  read?(form: HTMLFormElement, prefix: string): SelfCheckResponse;
  write?(form: HTMLFormElement, prefix: string, response: SelfCheckResponse): void;
}

interface SelfCheckRecord {
  v: 1;
  fingerprint: string;
  response: SelfCheckResponse;
  state: "open" | "wrong" | "right" | "shown";
  step: number;
  attempts: number;
  /** How the question was first settled; "later" is right after a wrong attempt. */
  first: "" | "right" | "later" | "shown";
  hints: number;
  /** Milliseconds since 1970. */
  at: number;
}

interface Window {
  SelfCheck: {
    /** Registered before the frame has run. */
    waiting?: SelfCheckType[];
    types?: Record<string, SelfCheckType>;
    define(type: SelfCheckType): void;
  };
}
