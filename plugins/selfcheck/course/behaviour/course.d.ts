// What passes between the scripts of a course. Read by the type check alone.

interface SelfCheckCourseQuestion {
  id: string;
  /** The beginning of the block's `data-fingerprint`. */
  fingerprint: string;
}

interface SelfCheckCoursePage {
  /** From the root of the site, as links name it; empty for the home page. */
  address: string;
  /** The same without the name of the page of a folder, by which pages are found. */
  key: string;
  questions: SelfCheckCourseQuestion[];
  /** Its place in the navigation, among the pages that ask something. */
  place: number;
}

/** The state of each question by its id. */
type SelfCheckCourseStates = Map<string, SelfCheckStanding>;

/** A page in an element of the progress, and how far the reader has come with each of its questions. */
interface SelfCheckCourseLine {
  address: string;
  states: SelfCheckStanding[];
}

/** Address, title, minutes (0: not known), sections of the navigation; and of each question its objective, the address of
 * the passage that teaches it, and its title, as far as they are known. */
type SelfCheckCourseOutline = [string, string, number, string[], string[][]];

interface SelfCheckCoursePlan {
  /** The day on which the question comes back, as records have it. */
  due: number;
  /** Whether it was not known, or was shown, when it was last answered. */
  isMissed: boolean;
}

/** What the script `schedule` hands over. */
interface SelfCheckCourseSchedule {
  planOf(deeds: SelfCheckDeed[]): SelfCheckCoursePlan | null;
  dayOf(at: number): number;
}

/** The library that the script `schedule` holds. */
declare const fsrs: {
  FSRSAlgorithm: new (
    parameters: object,
  ) => {
    next_state(memory: object | null, days: number, grade: number): { stability: number; difficulty: number };
    next_interval(stability: number, days: number): number;
  };
};

interface SelfCheckCourseShared {
  // biome-ignore lint/suspicious/noExplicitAny: every kind has its own form
  (kind: string, value: any[]): unknown;
  /** The address of the site, with a slash at its end. */
  root: string;
  /** What the places of records in storage begin with. */
  prefix: string;
  /** The data of the course by kind: `pages`, `outline`, `schedule`, and the first folders of a large course as `parts`. */
  // biome-ignore lint/suspicious/noExplicitAny: every kind has its own form
  data: Map<string, any>;
  load(file: string): Promise<void>;
  whenKnown(addresses?: string[], kind?: "pages"): Promise<SelfCheckCoursePage[]>;
  whenKnown(addresses: string[] | undefined, kind: "outline"): Promise<SelfCheckCourseOutline[]>;
  // biome-ignore lint/suspicious/noExplicitAny: a record as it was stored
  recordOf(question: SelfCheckCourseQuestion): any;
  stateOf(question: SelfCheckCourseQuestion): SelfCheckStanding;
  standing(page: Pick<SelfCheckCoursePage, "questions">): {
    states: SelfCheckStanding[];
    done: number;
    total: number;
    isBegun: boolean;
    isDone: boolean;
  };
  /** Where an address lies below the root of the site, as a `key`; "?" if elsewhere. */
  addressOf(address: string): string;
  hasRecords(): boolean;
  onChange(listener: () => void): () => void;
  changed(): void;
  /** Puts values into an interface word. It is there once the marks are. */
  fill?: (word: string, values: Record<string, unknown>) => string;
  /** What was called before the script of the course was there. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  q?: [string, any[]][];
}

interface Window {
  SelfCheckCourse?: SelfCheckCourseShared;
}
