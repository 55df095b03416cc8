const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A date for readers: "2026-11-24" is "24 November 2026". It does not depend on the time zone or locale of the build. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return `${day} ${MONTHS[month - 1]!} ${year}`;
}
