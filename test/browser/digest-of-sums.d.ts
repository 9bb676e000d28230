export declare function digestOfSums(sums: readonly Float64Array[]): Promise<string>;
