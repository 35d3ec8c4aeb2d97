/** "work hours" as it is said of so many: 1 work hour, "minutes (emergency)": 1 minute (emergency). Chinese knows no such thing. */
export function countedUnit(unit: string, amount: number, english: boolean): string {
  return english && amount === 1 ? unit.replace(/s(?= \(|$)/, '') : unit;
}
