import { countedUnit } from '../../../words/counted';

export interface Limit { amount: number; unit: string }

/** Units of limits in the order of their length; named in the words under `administration.units`. */
export const UNITS = ['EMERGENCY_MINUTE', 'EMERGENCY_HOUR', 'WORK_HOUR', 'WORKDAY', 'NATURAL_DAY'];

/** 1 work hour, 4 work hours. @param unit as it is said of many */
export function limitWords(amount: number, unit: string, english: boolean): string {
  return `${amount} ${countedUnit(unit, amount, english)}`;
}
