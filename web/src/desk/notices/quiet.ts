/** Hours in which what is pushed makes no sound, but for emergencies; kept by the service for the person, whatever phone or computer. Times of the clock, such as 21:00. */
export interface QuietHours { on: boolean; from: string; to: string }
