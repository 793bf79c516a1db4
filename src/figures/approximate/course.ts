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

export const alike = (a: Method, b: Method): boolean =>
  a.trainer === b.trainer && a.recycle === b.recycle && a.goal === b.goal;

export const same = (a: Course, b: Course): boolean =>
  a.length === b.length && a.every((leg, i) => leg.at === b[i].at && alike(leg, b[i]));
