export function partsOf(dist: string, page: string): { first: string[]; all: string[] };
