export interface Limit { amount: number; unit: string }

/** Units of limits in the order of their length; named in the words under `administration.units`. */
export const UNITS = ['EMERGENCY_MINUTE', 'EMERGENCY_HOUR', 'WORK_HOUR', 'WORKDAY', 'NATURAL_DAY'];
