import type * as z from 'zod/mini';
import { formatPath } from './problems.ts';
import type { Problem } from './types.ts';

/** The issues of a schema as problems, one for each key that is not known. */
export function issueProblems(issues: readonly z.core.$ZodIssue[]): readonly Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: formatPath(issue.path), message: issue.message }];
    const messages = issue.message.split('\n');
    return issue.keys.map((key, i) => ({ path: formatPath([...issue.path, key]), message: messages[i] as string }));
  });
}
