// What a course of training says: by which method it goes on, whether it jumps, whether it is another's.
import type { Course, Method } from '../../training/jobs/fit.ts';
import { WIDEST_SECOND_ORDER } from './settings.ts';

export const jumps = (course: Course) => course.some(({ trainer }) => trainer === 'jump');

/** The method the run goes on by; a jump is over in one step. */
export const lastMethod = (course: Course): Method =>
  course.findLast(({ trainer }) => trainer !== 'jump') ?? course[0];

/** The method as far as the width allows it. */
export function allowed(method: Method, width: number): Method {
  if (method.trainer === 'variableProjection' && width > WIDEST_SECOND_ORDER)
    return { ...method, trainer: 'lastLayer' };
  return method;
}

export function same(a: Course, b: Course): boolean {
  return (
    a.length === b.length &&
    a.every((leg, i) => {
      const { at, trainer, recycle, goal } = b[i];
      return (
        leg.at === at && leg.trainer === trainer && leg.recycle === recycle && leg.goal === goal
      );
    })
  );
}
