/** Prints rows with their columns aligned; the first row is the header. */
export function printTable(rows: (string | number)[][]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  for (const row of rows) {
    console.log(
      row.map((cell, at) => (at ? String(cell).padStart(widths[at]!) : String(cell).padEnd(widths[at]!))).join('  '),
    );
  }
}
