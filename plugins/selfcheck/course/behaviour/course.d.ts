// What passes between the scripts of a course. Read by the type check alone.

type SelfCheckCourseState = "first" | "later" | "shown" | "tried" | "open";

interface SelfCheckCourseQuestion {
  id: string;
  /** The beginning of the block's `data-fingerprint`. */
  fingerprint: string;
}

interface SelfCheckCoursePage {
  /** From the root of the site, as links name it; empty for the home page. */
  address: string;
  questions: SelfCheckCourseQuestion[];
}

interface SelfCheckCourseShared {
  (kind: string, value: unknown): unknown;
  /** The address of the site, with a slash at its end. */
  root: string;
  /** What the places of records in storage begin with. */
  prefix: string;
  /** Other data of the course by kind: `parts`. */
  // biome-ignore lint/suspicious/noExplicitAny: every kind has its own form
  data: Map<string, any>;
  load(file: string): Promise<void>;
  whenKnown(): Promise<SelfCheckCoursePage[]>;
  // biome-ignore lint/suspicious/noExplicitAny: a record as it was stored
  recordOf(question: SelfCheckCourseQuestion): any;
  stateOf(question: SelfCheckCourseQuestion): SelfCheckCourseState;
  standing(page: SelfCheckCoursePage): {
    states: SelfCheckCourseState[];
    done: number;
    total: number;
    isDone: boolean;
  };
  addressOf(address: string): string | undefined;
  hasRecords(): boolean;
  onChange(listener: () => void): () => void;
  changed(): void;
  hasMarks?: boolean;
  /** What was called before the script of the course was there. */
  q?: [string, unknown][];
}

interface Window {
  SelfCheckCourse?: SelfCheckCourseShared;
}
