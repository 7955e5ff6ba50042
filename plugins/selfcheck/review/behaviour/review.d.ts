// What passes between the scripts of a review. Read by the type check alone.

/** A question that may be asked, as the file of its script tells it: id, beginning of the fingerprint, address of its
 * page, block, names of the scripts and styles that this needs. */
type SelfCheckReviewFile = [string, string, string, string, string[]];

interface SelfCheckReviewItem {
  id: string;
  page: SelfCheckCoursePage;
  // biome-ignore lint/suspicious/noExplicitAny: a record as it was stored
  record: any;
  due: number;
  isMissed: boolean;
}

/** That of the function which the parts stand in. */
declare const course: SelfCheckCourseShared;
