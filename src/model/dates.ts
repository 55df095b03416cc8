const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "2026-11-24" as readers read it: "24 November 2026". Needs no time zone and no locale, so every build says the same. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${MONTHS[month! - 1]} ${year}`;
}
