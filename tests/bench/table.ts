/** The figures of the benchmarks. */

/** The middle value, or the upper of the two in the middle. */
export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Prints rows with aligned columns. The first row is the header. */
export function printTable(rows: (string | number)[][]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => (column ? String(cell).padStart(widths[column]!) : String(cell).padEnd(widths[column]!)))
        .join('  '),
    );
  }
}
